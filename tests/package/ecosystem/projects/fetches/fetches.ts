// Functions of other packages that work as fetch does: each is one for this package too. Compiled, never run.
import crossFetch from "cross-fetch";
import ky from "ky";
import nodeFetch from "node-fetch";
import { createClient } from "sfs-turbo-tasks";
import { Agent, fetch as undiciFetch } from "undici";

const common = { region: "cn-north-4", projectId: "project", token: "token" } as const;
const dispatcher = new Agent();

export const clients = [
  createClient({ ...common, fetch: globalThis.fetch }),
  createClient({ ...common, fetch: undiciFetch }),
  createClient({ ...common, fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }) }),
  createClient({ ...common, fetch: nodeFetch }),
  createClient({ ...common, fetch: crossFetch }),
  createClient({ ...common, fetch: ky }),
  createClient({
    ...common,
    fetch: async (url, init) => {
      const headers = new Headers(init.headers);
      headers.set("x-added", "1");
      return fetch(url, { ...init, headers });
    },
  }),
  createClient({ ...common, fetch: async () => new Response("{}") }),
];

// The surroundings of a program of the documentation: an emulator that replaces the cloud, and the reader's names.
// @ts-check
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { setVariables } from "../credential-services/scene.mjs";
import { enter } from "../fake-page.mjs";
import { Enough, load } from "./run.mjs";

/** The only access key of the emulator. Every source of keys in these scenes gives it. */
export const key = {
  accessKeyId: "AK1",
  secretAccessKey: "secret-of-1",
  securityToken: "security-token-of-1",
};

/** The only token, which is the first token that an IAM gives. */
const TOKEN = "token-1";

/** Milliseconds that pass with each request, so no test waits. */
const TICK = 10_000;

/**
 * @param {import("node:test").TestContext} t
 * @param {{ duration?: number, permanent?: boolean, page?: boolean }} [options] `duration`: of the reader's task; `permanent`:
 *   the emulator's key is one without an end; `page`: the program is one of a page
 */
export async function scene(t, { duration = 0, permanent = false, page = false } = {}) {
  let now = Date.now();
  const { accessKeyId, secretAccessKey } = key;
  const own = permanent ? { accessKeyId, secretAccessKey } : key;
  const emulator = createEmulator({ ...own, token: TOKEN, now: () => now, taskDuration: duration });
  setVariables(t, { SFS_TURBO_TOKEN: TOKEN });
  /** The whole network: the service, and a proxy on a page's own origin that signs in. @type {typeof globalThis.fetch} */
  const fetch = async (input, init) => {
    now += TICK;
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.origin !== ORIGIN) return emulator.fetch(input, init);
    const path = url.pathname.replace(/^\/sfs-turbo/, "") + url.search;
    const signedIn = new Request(emulator.endpoint + path, request);
    signedIn.headers.set("X-Auth-Token", emulator.token);
    return emulator.fetch(signedIn);
  };
  enter(t, { fetch, ...(page ? { location: { origin: ORIGIN } } : {}) });
  const { createClient, SfsTurboError } = await load("sfs-turbo-tasks");
  const { endpoint, projectId, token } = emulator;
  const client = createClient({ endpoint, projectId, token, fetch });
  const { shareId, taskId } = emulator.addTask({ type: "export", srcTarget: "results", srcPrefix: "2026" });
  const { tasks } = await client.listTasks({ shareId });
  /** What it said to people, call by call. @type {unknown[][]} */
  const shown = [];
  const show = (/** @type {unknown[]} */ ...words) => void shown.push(words);
  return {
    emulator,
    client,
    shown,
    names: {
      ...{ client, emulator, shareId, taskId, projectId, token, tasks, show },
      task: await client.getTask({ shareId, taskId }),
      error: new SfsTurboError({ kind: "throttled" }),
      console: { log: show, warn: show, error: show },
      worker: /** @type {any} */ ({}),
      close: () => show("closed"),
    },
  };
}

const ORIGIN = "https://page.example.com";

/** Replaces a function that gets each change, for an endless loop. */
export function endless() {
  throw new Enough();
}

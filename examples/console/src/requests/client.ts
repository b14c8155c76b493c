// The package's client as this page uses it: each call is labelled, so its requests are recognized.
import { type ClientOptions, createClient, type Operations, type Token } from "sfs-turbo-tasks";
import type { Call } from "./exchange";

export type PageClient = Pick<Operations<unknown>, "createTask" | "deleteTask" | "watchTask" | "watchTasks">;

export interface PageOptions extends ClientOptions {
  readonly endpoint: string;
  readonly projectId: string;
  readonly token: Token | null;
}

export function labelledClient(options: PageOptions): PageClient {
  const client = createClient(options) as Operations<unknown>;
  const label = (name: Call["name"]) => {
    const call: Call = { name, attempts: 0, retryReason: "" };
    return {
      fetchOptions: { ...options.fetchOptions, call },
      onRetry({ error }: { readonly error: { readonly errCode: string } }) {
        call.retryReason = error.errCode;
      },
    };
  };
  return {
    createTask: (given) => client.createTask({ ...given, ...label("createTask") }),
    deleteTask: (given) => client.deleteTask({ ...given, ...label("deleteTask") }),
    watchTask: (given) => client.watchTask({ ...given, ...label("watchTask") }),
    watchTasks: (given) => client.watchTasks({ ...given, ...label("watchTasks") }),
  };
}

// The connection of the console: the emulator of this page, or an endpoint.
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { Observed } from "../page/observed";
import { labelledClient, type PageClient, type PageOptions } from "../requests/client";
import { RequestLog } from "../requests/log";
import { type PageFetch, recordingFetch } from "../requests/recording";
import { breakage } from "./breakage";
import { brokenFetch } from "./broken-fetch";
import { addTasks, fileSystems } from "./tasks";

/** The values that the user types for an endpoint. */
export interface EndpointSettings {
  readonly endpoint: string;
  readonly projectId: string;
  readonly shareId: string;
  /** `null`: the proxy adds it. */
  readonly token: string | null;
}

export interface Connection {
  readonly isEmulated: boolean;
  readonly options: PageOptions;
  readonly client: PageClient;
  /** The file system. */
  readonly shareId: string;
}

export const log = new RequestLog();

const emulator = createEmulator({ token: "token-of-this-page", taskDuration: Number.POSITIVE_INFINITY });
addTasks(emulator);

const emulated: PageOptions = {
  endpoint: emulator.endpoint,
  projectId: emulator.projectId,
  // Called again for each call, so a new sign-in takes effect at once.
  token: () => (breakage.value.isExpired ? "an-expired-token" : emulator.token),
};

const toEmulator = connect(true, emulated, brokenFetch(emulator), fileSystems[0]?.shareId ?? "");

export const connection = new Observed(toEmulator);

export function connectToEmulator(): void {
  connection.value = toEmulator;
}

export function connectToEndpoint(settings: EndpointSettings): void {
  const pageFetch: PageFetch = (url, init) => fetch(url, init);
  connection.value = connect(false, endpointOptions(settings), pageFetch, settings.shareId);
}

/** The options of the client. */
export function endpointOptions({ endpoint, projectId, token }: EndpointSettings): PageOptions {
  // A proxy that adds the token identifies the user by its cookie.
  const cookies = token === null ? { fetchOptions: { credentials: "same-origin" as const } } : {};
  return { endpoint, projectId, token, ...cookies };
}

export function chooseFileSystem(shareId: string): void {
  connection.value = { ...connection.value, shareId };
}

function connect(isEmulated: boolean, options: PageOptions, fetch: PageFetch, shareId: string): Connection {
  const client = labelledClient({ ...options, fetch: recordingFetch(fetch, log) });
  return { isEmulated, options, client, shareId };
}

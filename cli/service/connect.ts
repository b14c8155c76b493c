// A client with the settings of the command line and the environment.

import type { Client, ClientOptions, Fetch, RetryDetails, Standalone } from "sfs-turbo-tasks";
import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";
import { unlessAborted } from "../interruption.js";
import { visible } from "../terminal/visible.js";
import { toldFetch } from "./requests.js";
import { place, project, share } from "./settings.js";
import { type KeySignIn, signIn, type TokenSignIn } from "./sign-in.js";

/** A client, and the file system of the command. */
export interface Connection {
  readonly client: Client;
  readonly shareId: string;
  /** The credentials. */
  readonly way: "token" | "access key";
}

/** A placeholder for the credentials if nothing is sent. */
export const NOTHING_SENT = "nothing-is-sent";

/** @param instead Replaces the usual fetch if nothing is sent and no sign-in is needed. */
export async function connect(context: Context, instead?: Fetch): Promise<Connection> {
  const { given, screen } = context;
  const where = place(context);
  const shareId = share(context)?.value;
  if (where === undefined)
    throw missing("The region or the endpoint", "--region or --endpoint", "SFS_TURBO_REGION");
  if (shareId === undefined) throw missing("The file system", "--share", "SFS_TURBO_SHARE_ID");
  const signing = await unlessAborted(signIn(context), context.signal);
  const projectId = await projectOf(context, signing);
  const { createClient } = await import("sfs-turbo-tasks");
  const options: ClientOptions = {
    [where.name]: where.setting.value,
    projectId,
    ...(instead ? { token: NOTHING_SENT, maxRetries: 0 } : optionOf(signing)),
    allowInsecure: given.is("allow-insecure"),
    onRetry: ({ error, delay }: RetryDetails) =>
      screen.note(`${visible(error.errCode)}: the request is sent again in ${(delay / 1000).toFixed(1)} s.`),
  };
  const fetch = instead ?? toldFetch(context);
  // Only the values decide between region and endpoint, and between token and key.
  const client = createClient({ ...options, fetch } as Standalone);
  return { client, shareId, way: signing.way };
}

function optionOf(signing: TokenSignIn | KeySignIn): Pick<ClientOptions, "token" | "credentials"> {
  return signing.way === "token" ? { token: signing.token } : { credentials: signing.credentials };
}

/** The project; the last choice is the project of the key's source. */
async function projectOf(context: Context, signing: TokenSignIn | KeySignIn): Promise<string> {
  const found = project(context)?.value;
  if (found !== undefined) return found;
  if (signing.way === "access key") {
    const { projectId } = await unlessAborted(signing.credentials(), context.signal);
    if (projectId) return projectId;
  }
  throw missing("The project", "--project", "SFS_TURBO_PROJECT_ID");
}

function missing(what: string, flags: string, variable: string): UsageError {
  return new UsageError(`${what} is missing: use ${flags}, or set ${variable}.`);
}

// A client for what the command line and the environment say.

import type { Client, ClientOptions, Fetch, RetryDetails, Standalone } from "sfs-turbo-tasks";
import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";
import { unlessAborted } from "../interruption.js";
import { visible } from "../terminal/visible.js";
import { toldFetch } from "./requests.js";
import { place, project, share } from "./settings.js";
import { type KeySignIn, signIn, type TokenSignIn } from "./sign-in.js";

/** A client, and the file system that is asked about. */
export interface Connection {
  readonly client: Client;
  readonly shareId: string;
  /** What signs in. */
  readonly way: "token" | "access key";
}

/** What stands for what signs in, where nothing is sent. */
export const NOTHING_SENT = "nothing-is-sent";

/** @param instead What takes the place of the usual fetch, where nothing is sent and nobody has to sign in. */
export async function connect(context: Context, instead?: Fetch): Promise<Connection> {
  const { given, screen } = context;
  const where = place(context);
  const shareId = share(context)?.value;
  if (where === undefined)
    throw missing("where the service is", "--region or --endpoint", "SFS_TURBO_REGION");
  if (shareId === undefined) throw missing("the file system", "--share", "SFS_TURBO_SHARE_ID");
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
  // Which of region and endpoint it is, and of token and key, only the values say.
  const client = createClient({ ...options, fetch } as Standalone);
  return { client, shareId, way: signing.way };
}

function optionOf(signing: TokenSignIn | KeySignIn): Pick<ClientOptions, "token" | "credentials"> {
  return signing.way === "token" ? { token: signing.token } : { credentials: signing.credentials };
}

/** The project, in the last place the one that the key's source tells. */
async function projectOf(context: Context, signing: TokenSignIn | KeySignIn): Promise<string> {
  const found = project(context)?.value;
  if (found !== undefined) return found;
  if (signing.way === "access key") {
    const { projectId } = await unlessAborted(signing.credentials(), context.signal);
    if (projectId) return projectId;
  }
  throw missing("the project", "--project", "SFS_TURBO_PROJECT_ID");
}

function missing(what: string, flags: string, variable: string): UsageError {
  return new UsageError(`Nothing says ${what}: give ${flags}, or set ${variable}.`);
}

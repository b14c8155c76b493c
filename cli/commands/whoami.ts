// `whoami`: shows which source signs in, the region and the project, and no secret.

import type { Standalone } from "sfs-turbo-tasks";
import type { Context } from "../context.js";
import { unlessAborted } from "../interruption.js";
import { formatOf } from "../output/format.js";
import { writeJson, writeJsonLine } from "../output/json.js";
import { writeRecord } from "../output/record.js";
import { NOTHING_SENT } from "../service/connect.js";
import { type Place, place, project, type Setting, share } from "../service/settings.js";
import { type KeySignIn, signIn, type TokenSignIn } from "../service/sign-in.js";
import { visible } from "../terminal/visible.js";

export async function run(context: Context): Promise<number> {
  const { screen, signal } = context;
  const where = place(context);
  if (where) await checkPlace(context, where);
  const who = await unlessAborted(identity(context), signal);
  const its: Setting | undefined = project(context) ?? who.project;
  const found = { [where?.name ?? "region"]: where?.setting, project: its, share: share(context) };
  const format = formatOf(context, "json");
  if (format === "id") screen.data(`${visible(its?.value ?? "")}\n`);
  else if (format === "table") {
    const told = (setting: Setting | undefined, flag: string) =>
      setting ? `${setting.value}  (${setting.from})` : `not set: use --${flag}`;
    writeRecord(screen, [
      ["signs in with", `${who.way} of ${who.from}`],
      ["access key", who.accessKey],
      ...Object.entries(found).map(([name, setting]) => [name, told(setting, name)] as const),
    ]);
  } else {
    const { way, from, accessKey } = who;
    const fields = Object.entries(found).map(([name, setting]) => [name, setting ?? null]);
    const value = { way, from, accessKey, ...Object.fromEntries(fields) };
    screen.data(format === "json" ? writeJson(value) : writeJsonLine(value));
  }
  return 0;
}

interface Identity {
  readonly way: string;
  readonly from: string;
  /** The end of the key's id, which is enough to tell keys apart. */
  readonly accessKey: string | null;
  readonly project: Setting | undefined;
}

/** Checks an endpoint as a request does before it is shown, because a URL may hold a password. */
async function checkPlace({ given }: Context, { name, setting }: Place): Promise<void> {
  const { createClient, isSfsTurboError } = await import("sfs-turbo-tasks");
  const client = createClient({
    [name]: setting.value,
    projectId: NOTHING_SENT,
    token: NOTHING_SENT,
    maxRetries: 0,
    allowInsecure: given.is("allow-insecure"),
    fetch: async () => {
      throw new TypeError(NOTHING_SENT);
    },
  } as unknown as Standalone);
  try {
    await client.getTask({ shareId: NOTHING_SENT, taskId: NOTHING_SENT });
  } catch (error) {
    if (isSfsTurboError(error) && error.kind === "invalid-request") throw error;
  }
}

/** Gets the key or token as a request does, so the output is about credentials that work. */
async function identity(context: Context): Promise<Identity> {
  const signing = await signIn(context);
  if (signing.way === "token") {
    await tokenOf(signing);
    const { way, from } = signing;
    return { way, from, accessKey: null, project: undefined };
  }
  const { name, key } = await keyOf(context, signing);
  const { accessKeyId, projectId } = key;
  return {
    way: signing.way,
    from: name,
    accessKey: accessKeyId.length > 8 ? `…${accessKeyId.slice(-4)}` : null,
    project: projectId === undefined ? undefined : { value: projectId, from: name },
  };
}

function tokenOf({ token }: TokenSignIn): string | Promise<string> {
  return typeof token === "string" ? token : token();
}

async function keyOf({ given }: Context, { from, credentials }: KeySignIn) {
  if (given.text("profile") !== undefined) return { name: from, key: await credentials() };
  return (await import("../service/key-sources.js")).namedKey();
}

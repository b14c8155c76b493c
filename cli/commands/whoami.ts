// `whoami`: which source signs in, the region and the project; no secret.

import type { Context } from "../context.js";
import { unlessAborted } from "../interruption.js";
import { formatOf } from "../output/format.js";
import { writeJson, writeJsonLine } from "../output/json.js";
import { writeRecord } from "../output/record.js";
import { place, project, type Setting, share } from "../service/settings.js";
import { type KeySignIn, signIn, type TokenSignIn } from "../service/sign-in.js";
import { visible } from "../terminal/visible.js";

export async function run(context: Context): Promise<number> {
  const { screen, signal } = context;
  const who = await unlessAborted(identity(context), signal);
  const where = place(context);
  const its: Setting | undefined = project(context) ?? who.project;
  const found = { [where?.name ?? "region"]: where?.setting, project: its, share: share(context) };
  const format = formatOf(context, "json");
  if (format === "id") screen.data(`${visible(its?.value ?? "")}\n`);
  else if (format === "table") {
    const told = (setting: Setting | undefined, flag: string) =>
      setting ? `${setting.value}  (${setting.from})` : `not set: give --${flag}`;
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

/** Gets the key or token as a request would, so that what is told works. */
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

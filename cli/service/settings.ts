// The endpoint, the project and the file system: from flags, otherwise from the environment.

import type { Context } from "../context.js";

/** A value, and where it came from. */
export interface Setting {
  readonly value: string;
  /** The flag, the variable, or the source. */
  readonly from: string;
}

/** A region or an endpoint. */
export interface Place {
  readonly name: "region" | "endpoint";
  readonly setting: Setting;
}

/** The flag, otherwise the first variable that is set. An empty variable counts as not set. */
export function setting(
  { given, env }: Context,
  flag: string,
  variables: readonly string[],
): Setting | undefined {
  const value = given.text(flag);
  if (value !== undefined) return { value, from: `--${flag}` };
  return fromEnvironment(env, variables);
}

/** The endpoint: a flag of either kind takes precedence over both variables, and an endpoint over a region. */
export function place(context: Context): Place | undefined {
  const { given, env } = context;
  const places = [
    ["endpoint", flag(given.text("endpoint"), "--endpoint")],
    ["region", flag(given.text("region"), "--region")],
    ["endpoint", fromEnvironment(env, ["SFS_TURBO_ENDPOINT"])],
    ["region", fromEnvironment(env, ["SFS_TURBO_REGION", "HW_REGION_NAME"])],
  ] as const;
  for (const [name, found] of places) if (found) return { name, setting: found };
  return undefined;
}

/** The project, without the sources of keys. */
export function project(context: Context): Setting | undefined {
  return setting(context, "project", ["SFS_TURBO_PROJECT_ID", "HUAWEICLOUD_SDK_PROJECT_ID", "HW_PROJECT_ID"]);
}

/** The file system. */
export function share(context: Context): Setting | undefined {
  return setting(context, "share", ["SFS_TURBO_SHARE_ID"]);
}

function flag(value: string | undefined, from: string): Setting | undefined {
  return value === undefined ? undefined : { value, from };
}

function fromEnvironment(env: Context["env"], variables: readonly string[]): Setting | undefined {
  for (const from of variables) {
    const value = env[from];
    if (value) return { value, from };
  }
  return undefined;
}

// Reads environment variables: the first of several names that is set.

import type { Part } from "./key.js";

/** The first variable that is set; otherwise the first name without a value. An empty variable counts as not set. */
export function variable(
  ...names: readonly [string, ...string[]]
): Part & { readonly value: string | undefined } {
  // Own properties only: `process.env` inherits from `Object.prototype`.
  const found = names.find((name) => Object.hasOwn(process.env, name) && process.env[name] !== "");
  return { name: found ?? names[0], value: found === undefined ? undefined : process.env[found] };
}

/** The variables for the project, in the order of Terraform's provider. */
export const PROJECT_NAMES = ["HW_PROJECT_ID", "OS_PROJECT_ID"] as const;

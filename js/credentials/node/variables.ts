// Looks environment variables up: the first of several names that is set.

import type { Part } from "./key.js";

/** The variable that is set, or the first name with no value. An empty variable is as good as none. */
export function variable(
  ...names: readonly [string, ...string[]]
): Part & { readonly value: string | undefined } {
  // Its own only: `process.env` inherits from `Object.prototype`.
  const found = names.find((name) => Object.hasOwn(process.env, name) && process.env[name] !== "");
  return { name: found ?? names[0], value: found === undefined ? undefined : process.env[found] };
}

/** The project's variables, as Terraform's provider orders them. */
export const projectNames = ["HW_PROJECT_ID", "OS_PROJECT_ID"] as const;

// The flag that sets an option of the package.

import { commands } from "./commands.js";

/** The flag for an option of the package: `--src-target` for `srcTarget`. */
export function flagOf(option: string): string | undefined {
  if (option === "taskId") return "the task";
  if (option === "type") return "the type";
  const flag = commands.flatMap(({ flags }) => flags).find((one) => one.option === option);
  return flag && `--${flag.name}`;
}

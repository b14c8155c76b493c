// A flag in the help texts.

import type { Flag } from "../table/flag.js";

/** As the user types it: `-o, --output <format>`. */
export function typed({ name, short, value }: Flag): string {
  const long = `--${name}${value === undefined ? "" : ` <${value}>`}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

/** What the flag does, in sentences. */
export function meaning({ summary, choices, known, variable, otherwise, multiple }: Flag): string {
  const values = choices ?? known;
  return [
    `${summary}${values ? `: ${values.join(", ")}` : ""}.`,
    multiple ? "May be repeated." : "",
    variable || otherwise ? `Without it: ${[variable, otherwise].filter(Boolean).join(", else ")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

// The output format: the chosen one, otherwise the one that suits a person or a program.

import type { Context } from "../context.js";

export type Format = "table" | "json" | "ndjson" | "id";

/** @param piped The format for another program. */
export function formatOf({ given, screen }: Context, piped: Exclude<Format, "table">): Format {
  const asked = given.text("output") as Format | undefined;
  return asked ?? (screen.isTerminal ? "table" : piped);
}

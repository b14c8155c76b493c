// How data is written: as it was asked for, else as a reader or a program would want it.

import type { Context } from "../context.js";

export type Format = "table" | "json" | "ndjson" | "id";

/** @param piped What another program gets. */
export function formatOf({ given, screen }: Context, piped: Exclude<Format, "table">): Format {
  const asked = given.text("output") as Format | undefined;
  return asked ?? (screen.isTerminal ? "table" : piped);
}

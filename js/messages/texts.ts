// Finds a text in the tables of some languages, and fills in its values.

import { own } from "./reading.js";
import type { PartialMessages } from "./table.js";

/** A table and its language tag. */
export interface Language {
  /** BCP 47, such as `zh-CN`. */
  readonly tag: string;
  readonly messages: PartialMessages;
}

/** The languages in which a text is searched, the best first. There is always at least one. */
export type Languages = readonly [Language, ...Language[]];

/** The first text at a path of keys; `""` if no language has one. */
export function textAt(languages: Languages, ...path: string[]): string {
  return first(languages, path, (value): value is string => typeof value === "string") ?? "";
}

/** The first list of texts at a path of keys; empty if no language has one. */
export function listAt(languages: Languages, ...path: string[]): readonly string[] {
  return first(languages, path, (value): value is string[] => Array.isArray(value)) ?? [];
}

function first<Value>(
  languages: Languages,
  path: readonly string[],
  is: (value: unknown) => value is Value,
): Value | undefined {
  for (const { messages } of languages) {
    let value: unknown = messages;
    for (const key of path) value = own(Object(value), key);
    if (is(value)) return value;
  }
  return undefined;
}

/** The text with values for its placeholders; `""` if a placeholder has no value. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  let whole = true;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = own(values, name);
    whole = whole && !!value;
    return value ?? "";
  });
  return whole ? text : "";
}

// Finds a text in the tables of some languages, and puts values into it.

import { own } from "./reading.js";
import type { PartialMessages } from "./table.js";

/** A table and what it is for. */
export interface Language {
  /** BCP 47, such as `zh-CN`. */
  readonly tag: string;
  readonly messages: PartialMessages;
}

/** The languages in which a text is looked for, the best first. There is always one. */
export type Languages = readonly [Language, ...Language[]];

/** The first text at a path of keys; `""` where no language has one. */
export function textAt(languages: Languages, ...path: string[]): string {
  return first(languages, path, (value): value is string => typeof value === "string") ?? "";
}

/** The first list of texts at a path of keys; empty where no language has one. */
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

/** The text with values for its placeholders; `""` where one of them has no value. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  let whole = true;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = own(values, name);
    whole = whole && !!value;
    return value ?? "";
  });
  return whole ? text : "";
}

// The languages of the entry that has all of them, and those that a page adds.

import { english } from "./languages/en.js";
import { spanish } from "./languages/es.js";
import { chinese } from "./languages/zh-CN.js";
import { keyOf } from "./locale.js";
import { own } from "./reading.js";
import type { PartialMessages } from "./table.js";
import type { Languages } from "./texts.js";

/** The depth of a table: section, key, field. */
const DEEPEST = 3;

let languages: Languages = [
  { tag: "en", messages: english },
  { tag: "zh-CN", messages: chinese },
  { tag: "es", messages: spanish },
];

/** Every language, English first. */
export function allLanguages(): Languages {
  return languages;
}

/** @throws {TypeError} If the locale is not a string, or if the table is not valid. */
export function add(locale: string, table: PartialMessages): void {
  if (typeof locale !== "string" || keyOf(locale) === "") {
    throw new TypeError("addMessages: locale must be a tag such as de or pt-BR");
  }
  const before = languages.find(({ tag }) => keyOf(tag) === keyOf(locale));
  const messages = combined(before?.messages, table, "the table", 0) as PartialMessages;
  const unknown = Object.keys(messages).find((section) => own({ ...english }, section) === undefined);
  if (unknown !== undefined) throw new TypeError(`addMessages: the table has no section ${unknown}`);
  const added = { tag: before?.tag ?? locale, messages };
  // A new list: a description that is being written keeps using the old one.
  languages = (before === undefined
    ? [...languages, added]
    : languages.map((language) => (language === before ? added : language))) as unknown as Languages;
}

/** A copy of both, so that later changes to the caller's table have no effect. */
function combined(before: unknown, added: unknown, path: string, depth: number): unknown {
  if (depth > 0 && typeof added === "string") return added;
  if (depth === DEEPEST && Array.isArray(added) && added.every((text) => typeof text === "string"))
    return [...added];
  if (depth === DEEPEST || Object(added) !== added || Array.isArray(added)) {
    throw new TypeError(`addMessages: ${path} must be ${depth === DEEPEST ? "text" : "an object of texts"}`);
  }
  const both: Record<string, unknown> = { ...(typeof before === "object" ? before : {}) };
  for (const [key, value] of Object.entries(added as object)) {
    both[key] = combined(both[key], value, key, depth + 1);
  }
  return both;
}

// The languages of the entry that has all of them, and those that a page adds.

import { english } from "./languages/en.js";
import { spanish } from "./languages/es.js";
import { chinese } from "./languages/zh-CN.js";
import { keyOf, spelled } from "./locale.js";
import { own } from "./reading.js";
import type { PartialMessages } from "./table.js";
import type { Languages } from "./texts.js";

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
  const messages = combined(before?.messages, table, english, "the table") as PartialMessages;
  const added = { tag: before?.tag ?? spelled(locale), messages };
  // A new list: a description that is being written keeps using the old one.
  languages = (before === undefined
    ? [...languages, added]
    : languages.map((language) => (language === before ? added : language))) as unknown as Languages;
}

/**
 * A copy of both, so that later changes to the caller's table have no effect.
 *
 * @param model What English has in this place, or, for a new code, status, type or field, what it has in a similar place. Text in
 * the place of an object would hide the texts that are there.
 */
function combined(before: unknown, added: unknown, model: unknown, path: string): unknown {
  if (typeof model === "string" && typeof added === "string") return added;
  if (Array.isArray(model) && Array.isArray(added) && added.every((text) => typeof text === "string")) {
    return [...added];
  }
  if (typeof model === "string" || Array.isArray(model) || Object(added) !== added || Array.isArray(added)) {
    const wanted =
      typeof model === "string" ? "text" : Array.isArray(model) ? "a list of texts" : "an object of texts";
    throw new TypeError(`addMessages: ${path} must be ${wanted}`);
  }
  const models = model as Readonly<Record<string, unknown>>;
  const both: Record<string, unknown> = { ...(typeof before === "object" ? before : {}) };
  for (const [key, value] of Object.entries(added as object)) {
    const similar = model === english ? undefined : Object.values(models)[0];
    const next = own(models, key) ?? similar;
    if (next === undefined) throw new TypeError(`addMessages: the table has no section ${key}`);
    both[key] = combined(both[key], value, next, key);
  }
  return both;
}

// Which language an element speaks, and its words.

import { english } from "./words/en.js";
import { spanish } from "./words/es.js";
import type { Words } from "./words/words.js";
import { chinese } from "./words/zh-CN.js";

/** Each language by its tag. English is the one that everybody gets who has no other. */
const languages: Record<string, Words> = { en: english, "zh-CN": chinese, es: spanish };

/**
 * Adds a language, or changes words of one. What is not given is said in the next best language: `es-MX` in that of `es`,
 * and the rest in English.
 *
 * It is for every element on the page: call it once, before they are shown.
 *
 * @param language The tag of the language, such as `"de"`.
 * @example
 * ```ts
 * addWords("de", { statuses: { DOING: "Läuft" }, retry: "Noch einmal" });
 * ```
 */
export function addWords(language: string, words: Partial<Words>): void {
  const base = wordsIn(language);
  languages[language] = {
    ...base,
    ...words,
    statuses: { ...base.statuses, ...words.statuses },
    types: { ...base.types, ...words.types },
    failures: { ...base.failures, ...words.failures },
  };
}

/** The words for a tag: of exactly that language, of one with the same beginning, or else in English. */
export function wordsIn(language: string): Words {
  const wanted = language.toLowerCase().replace("_", "-");
  const [first = ""] = wanted.split("-");
  const tags = Object.keys(languages);
  const tag =
    tags.find((known) => known.toLowerCase() === wanted) ??
    tags.find((known) => known.toLowerCase() === first) ??
    tags.find((known) => known.toLowerCase().split("-")[0] === first) ??
    "en";
  return languages[tag] ?? english;
}

/** The language of the nearest `lang`, through the shadow roots around an element; else that of the reader. */
export function languageOf(element: Element): string {
  for (let at: Element | undefined = element; at; ) {
    const language = at.closest("[lang]")?.getAttribute("lang");
    if (language) return language;
    at = (at.getRootNode() as Partial<ShadowRoot>).host;
  }
  return navigator.language;
}

/** A text with values in place of its placeholders. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

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
  const [, base] = wordsIn(language);
  languages[language] = {
    ...base,
    ...words,
    statuses: { ...base.statuses, ...words.statuses },
    types: { ...base.types, ...words.types },
    failures: { ...base.failures, ...words.failures },
  };
}

/**
 * The words for a tag: of exactly that language, of one with the same beginning, or else in English.
 *
 * @returns Also in which language dates and other texts go with them.
 */
export function wordsIn(language: string): [language: string, words: Words] {
  const wanted = language.toLowerCase();
  const [first] = wanted.split("-");
  const find = (fits: (known: string) => boolean) =>
    Object.keys(languages).find((tag) => fits(tag.toLowerCase()));
  const tag =
    find((known) => known === wanted) ||
    find((known) => known === first) ||
    find((known) => known.split("-")[0] === first);
  return tag ? [language, languages[tag] as Words] : ["en", english];
}

/** The language of the nearest `lang`, through the shadow roots around an element; else that of the reader. */
export function languageOf(element: Element): string {
  let language: string | null | undefined;
  for (let at: Element | undefined = element; at && !language; ) {
    language = at.closest("[lang]")?.getAttribute("lang");
    at = (at.getRootNode() as Partial<ShadowRoot>).host;
  }
  return (language || navigator.language).replace("_", "-");
}

/** A text with values in place of its placeholders. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

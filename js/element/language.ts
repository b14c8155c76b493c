// The language of an element, and its words.

import { english } from "./words/en.js";
import { spanish } from "./words/es.js";
import type { Words } from "./words/words.js";
import { chinese } from "./words/zh-CN.js";

/** The words of each language, by its tag. English is the fallback. */
const languages: Record<string, Words> = { en: english, "zh-CN": chinese, es: spanish };

/**
 * Adds a language, or changes words of one. A word that is left out comes from the next best language: for `es-MX` from `es`, and
 * then from English.
 *
 * It holds for every element on the page. Call it once, before the elements are shown.
 *
 * @param language The tag of the language, such as `"de"`.
 * @example
 * ```ts
 * addWords("de", { statuses: { DOING: "Läuft" }, retry: "Noch einmal" });
 * ```
 */
export function addWords(language: string, words: Partial<Words>): void {
  const [, base] = wordsIn(language);
  languages[spelled(language)] = {
    ...base,
    ...words,
    statuses: { ...base.statuses, ...words.statuses },
    types: { ...base.types, ...words.types },
    failures: { ...base.failures, ...words.failures },
  };
}

/**
 * The words for a tag: of exactly that language, otherwise of the language with the same first part, otherwise English.
 *
 * @returns The words, and the language for dates and other texts beside them.
 */
export function wordsIn(language: string): [language: string, words: Words] {
  const wanted = spelled(language).toLowerCase();
  const [first] = wanted.split("-");
  const find = (fits: (known: string) => boolean) =>
    Object.keys(languages).find((tag) => fits(tag.toLowerCase()));
  const tag =
    find((known) => known === wanted) ||
    find((known) => known === first) ||
    find((known) => known.split("-")[0] === first);
  return tag ? [language, languages[tag] as Words] : ["en", english];
}

/**
 * The language of the nearest `lang` attribute, also outside the shadow roots around an element; otherwise the reader's language.
 */
export function languageOf(element: Element): string {
  let language: string | null | undefined;
  for (let at: Element | undefined = element; at && !language; ) {
    language = at.closest("[lang]")?.getAttribute("lang");
    at = (at.getRootNode() as Partial<ShadowRoot>).host;
  }
  return spelled(language || navigator.language);
}

/** A tag in the spelling of the web: systems write `pt_BR`. */
function spelled(language: string): string {
  return language.replaceAll("_", "-");
}

/** A text with its placeholders replaced by values. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

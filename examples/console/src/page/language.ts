// The language of the page: the reader's own one at first, then what was chosen.

import english from "../texts/en.json";
import spanish from "../texts/es.json";
import chinese from "../texts/zh-CN.json";
import { remember, remembered } from "./address";
import { part } from "./nodes";
import { Observed } from "./observed";

export type TextKey = keyof typeof english;
type Language = "en" | "zh-CN" | "es";

// A type for each, so that a language that lacks a text does not build.
const tables: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  en: english,
  "zh-CN": chinese,
  es: spanish,
};

/** The language at present. */
export const language = new Observed<Language>(firstLanguage());

function firstLanguage(): Language {
  for (const tag of [remembered("lang"), ...navigator.languages]) {
    const found = (Object.keys(tables) as Language[]).find((known) => known.slice(0, 2) === tag.slice(0, 2));
    if (found) return found;
  }
  return "en";
}

/** A text in the language at present, with values in the place of its `{names}`. */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return tables[language.value][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

/** Fills what the page itself says, and lets it be said otherwise. */
export function showTexts(): void {
  const select = part("language", HTMLSelectElement);
  select.addEventListener("change", () => {
    language.value = select.value as Language;
    remember("lang", select.value);
  });
  language.watch((tag) => {
    select.value = tag;
    document.documentElement.lang = tag;
    document.title = `${text("title")} · SFS Turbo`;
    for (const element of document.querySelectorAll<HTMLElement>("[data-text]"))
      element.textContent = text(element.dataset.text as TextKey);
    // An element looks at the language around it when something of its own is set.
    for (const element of document.querySelectorAll("sfs-turbo-task, sfs-turbo-tasks"))
      element.setAttribute("lang", tag);
  });
}

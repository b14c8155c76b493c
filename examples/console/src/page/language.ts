// The language of the page: the reader's own at first, then the chosen one.

import english from "../texts/en.json";
import spanish from "../texts/es.json";
import chinese from "../texts/zh-CN.json";
import { remember, remembered, whenAddressChanges } from "./address";
import { part } from "./nodes";
import { Observed } from "./observed";

export type TextKey = keyof typeof english;
type Language = "en" | "zh-CN" | "es";

// One type for all, so a language with a missing text does not build.
const tables: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  en: english,
  "zh-CN": chinese,
  es: spanish,
};

/** The current language. */
export const language = new Observed<Language>(firstLanguage());

function firstLanguage(): Language {
  for (const tag of [remembered("lang"), ...navigator.languages]) {
    const primary = tag.slice(0, 2).toLowerCase();
    const found = (Object.keys(tables) as Language[]).find((known) => known.slice(0, 2) === primary);
    if (found) return found;
  }
  return "en";
}

/** A text in the current language, with values for its `{names}`. */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return tables[language.value][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

/** Fills the page's own texts, and lets them change with the language. */
export function showTexts(): void {
  const select = part("language", HTMLSelectElement);
  select.addEventListener("change", () => {
    language.value = select.value as Language;
    remember("lang", select.value);
  });
  whenAddressChanges(() => {
    const now = firstLanguage();
    if (now !== language.value) language.value = now;
  });
  language.watch((tag) => {
    select.value = tag;
    document.documentElement.lang = tag;
    document.title = `${text("title")} · SFS Turbo`;
    for (const element of document.querySelectorAll<HTMLElement>("[data-text]"))
      element.textContent = text(element.dataset.text as TextKey);
    // An element checks the language around it when one of its own properties is set.
    for (const element of document.querySelectorAll("sfs-turbo-task, sfs-turbo-tasks"))
      element.setAttribute("lang", tag);
  });
}

/** Several names as one enumeration of the current language. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(language.value, { type: "conjunction", style: "narrow" }).format(names);
}

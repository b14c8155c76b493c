// Chooses the languages for a locale: the exact one, then its base language, then English.

import type { Languages } from "./texts.js";

/**
 * @param all Every language; the first one is the fallback for every locale.
 * @param locale A tag in any spelling (`zh`, `zh-Hans-CN`, `zh_CN.UTF-8`, `ES-mx`). Default: the language of the page or process.
 */
export function languagesFor(all: Languages, locale: unknown): Languages {
  const wanted = keyOf(typeof locale === "string" && locale !== "" ? locale : surrounding()).split("-");
  const exact = wanted.flatMap((_, index) => {
    const key = wanted.slice(0, wanted.length - index).join("-");
    return all.filter(({ tag }) => keyOf(tag) === key);
  });
  const near =
    exact.length > 0 ? exact : all.filter(({ tag }) => keyOf(tag).split("-")[0] === wanted[0]).slice(0, 1);
  return [...near, all[0]] as unknown as Languages;
}

/** A tag in the form in which tags are compared. */
export function keyOf(tag: string): string {
  return tag
    .replace(/[.@].*/, "")
    .replace(/_/g, "-")
    .trim()
    .toLowerCase();
}

/** The language of the page, else the browser's language, else the language of the process. */
function surrounding(): string {
  try {
    const { document, navigator } = globalThis as Partial<typeof globalThis>;
    const page = document?.documentElement?.lang || navigator?.language;
    return page || new Intl.DateTimeFormat().resolvedOptions().locale;
  } catch {
    return "";
  }
}

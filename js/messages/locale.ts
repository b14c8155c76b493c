// Chooses the languages for a locale: the exact one, then its base language, then English.

import type { Languages } from "./texts.js";

/**
 * @param all Every language; the first one is the fallback for every locale.
 * @param locale A tag in any spelling (`zh`, `zh-Hans-CN`, `zh_CN.UTF-8`, `ES-mx`). Default: the language of the page or process.
 */
export function languagesFor(all: Languages, locale: unknown): Languages {
  const wanted = keyOf(typeof locale === "string" && locale !== "" ? locale : surrounding());
  // The longest tag first. A locale may come from a request, so the work does not grow with the number of its parts.
  const exact = all
    .filter(({ tag }) => `${wanted}-`.startsWith(`${keyOf(tag)}-`))
    .sort((one, other) => other.tag.length - one.tag.length);
  const [first] = wanted.split("-", 1);
  const near =
    exact.length > 0 ? exact : all.filter(({ tag }) => keyOf(tag).split("-", 1)[0] === first).slice(0, 1);
  return [...near, all[0]] as unknown as Languages;
}

/** A tag in the spelling of BCP 47, without the parts that only operating systems write. */
export function spelled(tag: string): string {
  return tag
    .replace(/[.@].*/s, "")
    .replace(/_/g, "-")
    .trim();
}

/** A tag in the form in which tags are compared. */
export function keyOf(tag: string): string {
  return spelled(tag).toLowerCase();
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

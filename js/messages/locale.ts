// Which languages serve a locale: the exact one, the language, and English at last.

import type { Languages } from "./texts.js";

/**
 * @param all Every language there is; the first serves everyone.
 * @param locale A tag in any spelling (`zh`, `zh-Hans-CN`, `zh_CN.UTF-8`, `ES-mx`); without one, that of the page or process.
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

/** A tag as it is compared. */
export function keyOf(tag: string): string {
  return tag
    .replace(/[.@].*/, "")
    .replace(/_/g, "-")
    .trim()
    .toLowerCase();
}

/** The language that the page is in, else the one that its reader wants, else the process's. */
function surrounding(): string {
  try {
    const { document, navigator } = globalThis as Partial<typeof globalThis>;
    const page = document?.documentElement?.lang || navigator?.language;
    return page || new Intl.DateTimeFormat().resolvedOptions().locale;
  } catch {
    return "";
  }
}

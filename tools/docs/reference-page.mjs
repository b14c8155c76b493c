// The start of the reference: every entry of the package, with a link.
// @ts-check
import { packageEntries } from "./entries.mjs";

/** @returns {import("./guide.mjs").Page} */
export function entriesPage() {
  const rows = packageEntries().map(
    ({ specifier, name, summary }) => `| [\`${specifier}\`](site:reference/${name}.html) | ${summary} |`,
  );
  return {
    page: "reference/overview",
    source: "package.json",
    title: "Entries of the package",
    group: "Reference",
    text: `${["| import | what it has |", "| --- | --- |", ...rows].join("\n")}\n`,
    targets: new Map(),
  };
}

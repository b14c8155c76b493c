// The address of each page of the guide and of the reference.
// @ts-check
import { DocumentReflection, KindRouter } from "typedoc";
import { packageEntries } from "./entries.mjs";

export class SiteRouter extends KindRouter {
  #names = new Map(packageEntries().map(({ specifier, name }) => [specifier, name]));

  /**
   * @protected
   * @override
   * @param {import("typedoc").Reflection} reflection
   */
  getIdealBaseName(reflection) {
    if (reflection instanceof DocumentReflection) return String(reflection.frontmatter.page);
    const entry = this.#names.get(reflection.name);
    if (entry !== undefined) return `reference/${entry}`;
    const module = this.#names.get(reflection.parent?.name ?? "");
    const kind = this.directories.get(reflection.kind) ?? "others";
    return `reference/${module}/${kind}/${this.getUrlSafeName(reflection.name)}`;
  }
}

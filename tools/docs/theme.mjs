// typedoc's own theme, whose navigation lists the entries of the package and not what they have: their pages do that.
// @ts-check
import { DefaultTheme, ReflectionKind } from "typedoc";

/** @typedef {import("typedoc").NavigationElement} NavigationElement */

export class SiteTheme extends DefaultTheme {
  /**
   * @override
   * @param {import("typedoc").ProjectReflection} project
   */
  buildNavigation(project) {
    return super.buildNavigation(project).map(withoutMembers);
  }
}

/**
 * An entry that both leads to its page and opens would be a link within a button, which is none for everybody.
 * @param {NavigationElement} element
 * @returns {NavigationElement}
 */
function withoutMembers({ children, ...element }) {
  if (element.kind === ReflectionKind.Module || children === undefined) return element;
  return { ...element, children: children.map(withoutMembers) };
}

// typedoc's own theme with another navigation, which lists the entries of the package. Their pages list their contents.
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
 * An entry that is both a link and a control that opens would be a link inside a button, which does not work for everybody.
 * @param {NavigationElement} element
 * @returns {NavigationElement}
 */
function withoutMembers({ children, ...element }) {
  if (element.kind === ReflectionKind.Module || children === undefined) return element;
  return { ...element, children: children.map(withoutMembers) };
}

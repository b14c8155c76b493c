// Puts the style sheet into a shadow root in a way that a policy without `'unsafe-inline'` allows.

import look from "./look.css";

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** All elements of a document share one sheet. A sheet of another document cannot be shared. */
export function adopt(root: ShadowRoot): void {
  const page = root.ownerDocument;
  const Sheet = page.defaultView?.CSSStyleSheet;
  // A document without a window, or an engine that cannot construct style sheets, such as a simulated page.
  if (!Sheet?.prototype.replaceSync) return;
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new Sheet();
    sheet.replaceSync(look);
    sheets.set(page, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}

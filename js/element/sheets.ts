// Puts the style sheet into a shadow root, in a way that a policy without `'unsafe-inline'` allows.

import look from "./look.css";

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** A sheet is shared by all elements of a document; it cannot be by those of another one. */
export function adopt(root: ShadowRoot): void {
  const page = root.ownerDocument;
  const Sheet = page.defaultView?.CSSStyleSheet;
  // A document that shows nothing, or an engine without sheets that scripts make, as those are that simulate a page.
  if (!Sheet?.prototype.replaceSync) return;
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new Sheet();
    sheet.replaceSync(look);
    sheets.set(page, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}

// Copies a text that the page shows.
import { announce } from "./announcement";
import { text } from "./language";

/** @param shown The element that shows the text: selected if the browser refuses to copy. */
export async function copy(value: string, shown: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(value);
    announce(text("copied"));
  } catch {
    getSelection()?.selectAllChildren(shown);
    announce(text("notCopied"));
  }
}

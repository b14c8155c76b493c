// A sentence about the last action: shown for a while, and read by screen readers.
import { part } from "./nodes";

const WHILE = 5_000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(sentence: string): void {
  const place = part("announcement", HTMLParagraphElement);
  clearTimeout(timer);
  // Emptied first, so the same sentence is read again.
  place.textContent = "";
  requestAnimationFrame(() => {
    place.textContent = sentence;
  });
  timer = setTimeout(() => {
    place.textContent = "";
  }, WHILE);
}

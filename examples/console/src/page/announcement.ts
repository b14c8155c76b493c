// A sentence about what was just done: shown for a while, and read out.
import { part } from "./nodes";

const WHILE = 5_000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(sentence: string): void {
  const place = part("announcement", HTMLParagraphElement);
  clearTimeout(timer);
  // Emptied first, so that the same sentence is read out again.
  place.textContent = "";
  requestAnimationFrame(() => {
    place.textContent = sentence;
  });
  timer = setTimeout(() => {
    place.textContent = "";
  }, WHILE);
}

// One timer for all elements that show a time that goes on.

const showing = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls back each second, while the page is seen.
 *
 * @returns Stops that. The timer ends with the last.
 */
export function eachSecond(callback: () => void): () => void {
  showing.add(callback);
  timer ??= setInterval(() => {
    if (!document.hidden) for (const show of showing) show();
  }, 1_000);
  return () => {
    showing.delete(callback);
    if (showing.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

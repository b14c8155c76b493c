// One timer for all elements that show a running time.

const showing = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls back each second while the page is visible.
 *
 * @returns A function that stops the calls. The timer stops with the last subscriber.
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

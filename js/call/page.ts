// Whether anybody sees the page, and when that changes: a wait looks less often while nobody does.

interface Target {
  readonly hidden?: unknown;
  addEventListener?(type: string, listener: () => void): void;
  removeEventListener?(type: string, listener: () => void): void;
}

/** The page's document. There is none in a worker, nor in Node. */
function pageDocument(): Target | undefined {
  return (globalThis as { document?: Target }).document;
}

/** Whether this is a page that nobody sees. */
export function isHidden(): boolean {
  try {
    return pageDocument()?.hidden === true;
  } catch {
    return false;
  }
}

/**
 * Calls back when the page is shown or hidden, and when its connection is back.
 *
 * @returns Stops listening. Never throws.
 */
export function onPageChange(callback: () => void): () => void {
  const each = (method: "addEventListener" | "removeEventListener") => {
    for (const type of ["visibilitychange", "online"]) {
      try {
        const target = type === "online" ? (globalThis as Target) : pageDocument();
        target?.[method]?.(type, callback);
      } catch {
        // A document that is not the platform's: the wait then keeps to its pauses.
      }
    }
  };
  each("addEventListener");
  return () => each("removeEventListener");
}

// Whether the page is visible, and when that changes: a wait looks less often while the page is hidden.

interface Target {
  readonly hidden?: unknown;
  addEventListener?(type: string, listener: () => void): void;
  removeEventListener?(type: string, listener: () => void): void;
}

/** The document of the page. Workers and Node have none. */
function pageDocument(): Target | undefined {
  return (globalThis as { document?: Target }).document;
}

/** Whether this is a hidden page. */
export function isHidden(): boolean {
  try {
    return pageDocument()?.hidden === true;
  } catch {
    return false;
  }
}

/**
 * Calls the callback when the page becomes visible or hidden, and when its connection is back.
 *
 * @returns A function that removes the listeners. It never throws.
 */
export function onPageChange(callback: () => void): () => void {
  const each = (method: "addEventListener" | "removeEventListener") => {
    for (const type of ["visibilitychange", "online"]) {
      try {
        const target = type === "online" ? (globalThis as Target) : pageDocument();
        target?.[method]?.(type, callback);
      } catch {
        // Not a document of the platform: then only the timers of the pauses apply.
      }
    }
  };
  each("addEventListener");
  return () => each("removeEventListener");
}

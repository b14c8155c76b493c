// Looks for a client in the elements around an element: the `context-request` of web components. Providers of any library answer
// it.

import type { ElementClient } from "./live.js";

/** The key under which a client is provided. Its type carries the type of the provided value, as other providers expect it. */
export type ClientContext = string & { readonly __context__: ElementClient };

type Unsubscribe = () => void;

/**
 * @param take Called with each client that a provider gives, now and later.
 * @returns A function that dispatches `context-request` on the element, and one that ends the subscription and tells the provider.
 */
export function makeClientRequest(
  element: Element,
  context: ClientContext,
  take: (client: ElementClient | null | undefined) => void,
): [request: () => void, stop: Unsubscribe] {
  let isOver = false;
  let unsubscribe: Unsubscribe | undefined;
  const callback = (client: ElementClient | null | undefined, end?: Unsubscribe) => {
    if (isOver) return end?.();
    const former = unsubscribe;
    unsubscribe = end;
    take(client);
    // A provider nearer to the element may have replaced the first one.
    if (former !== end) former?.();
  };
  const request = () => {
    const event = new Event("context-request", { bubbles: true, composed: true });
    element.dispatchEvent(
      Object.assign(event, { context, contextTarget: element, callback, subscribe: true }),
    );
  };
  const stop = () => {
    isOver = true;
    unsubscribe?.();
  };
  return [request, stop];
}

// Looks for a client in the elements around an element: the `context-request` of web components. Providers of any library answer
// it.

import type { ElementClient } from "./live.js";

/** The key under which a client is provided. Its type carries the type of the provided value, as other providers expect it. */
export type ClientContext = string & { readonly __context__: ElementClient };

type Unsubscribe = () => void;

/**
 * Dispatches `context-request` on an element.
 *
 * @param take Called with each client that a provider gives, now and later.
 * @returns A function that ends the subscription and tells the provider.
 */
export function requestClient(
  element: Element,
  context: ClientContext,
  take: (client: ElementClient | null | undefined) => void,
): Unsubscribe {
  let isOver = false;
  let unsubscribe: Unsubscribe | undefined;
  const callback = (client: ElementClient | null | undefined, end?: Unsubscribe) => {
    // A provider nearer to the element may have replaced the first one.
    if (unsubscribe !== end) unsubscribe?.();
    unsubscribe = end;
    if (isOver) end?.();
    else take(client);
  };
  const event = new Event("context-request", { bubbles: true, composed: true });
  element.dispatchEvent(Object.assign(event, { context, contextTarget: element, callback, subscribe: true }));
  return () => {
    isOver = true;
    unsubscribe?.();
  };
}

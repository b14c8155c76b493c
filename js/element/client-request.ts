// Asks what is around an element for a client: the `context-request` of web components, which providers of any maker answer.

import type { ElementClient } from "./live.js";

/** The key under which a client is provided. In types it carries what is provided, as providers of other makers read it. */
export type ClientContext = string & { readonly __context__: ElementClient };

type Unsubscribe = () => void;

/**
 * Dispatches `context-request` on an element.
 *
 * @param take Called with each client that a provider gives, now and later.
 * @returns Ends that, and tells the provider.
 */
export function requestClient(
  element: Element,
  context: ClientContext,
  take: (client: ElementClient | null | undefined) => void,
): Unsubscribe {
  let isOver = false;
  let unsubscribe: Unsubscribe | undefined;
  const callback = (client: ElementClient | null | undefined, end?: Unsubscribe) => {
    // A nearer provider may have come, and taken the place of the first.
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

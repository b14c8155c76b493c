// A provider of clients around elements, as libraries for contexts have it.
// @ts-check
import { SfsTurboElement } from "sfs-turbo-tasks/element";
import { main } from "./shown.js";

/**
 * @typedef {import("sfs-turbo-tasks/element").ElementClient} ElementClient
 * @typedef {(client: ElementClient, end?: () => void) => void} Callback
 *
 * @typedef {object} RequestFields what the event of an element has
 * @property {unknown} context
 * @property {boolean} subscribe
 * @property {Element} contextTarget
 * @property {Callback} callback
 */

/**
 * A box that provides a client to all elements in it, and records who subscribes and who unsubscribes.
 * @param {ElementClient} first
 */
export function provider(first) {
  const box = document.createElement("div");
  /** @type {Map<Callback, () => void>} */
  const subscribers = new Map();
  /** @type {[context: unknown, subscribe: boolean, target: string][]} */
  const asked = [];
  const give = (/** @type {ElementClient} */ client) => {
    for (const [callback, end] of subscribers) callback(client, end);
  };
  box.addEventListener("context-request", (event) => {
    const { context, subscribe, contextTarget, callback } = /** @type {Event & RequestFields} */ (event);
    if (context !== SfsTurboElement.context) return;
    event.stopPropagation();
    asked.push([context, subscribe, contextTarget.localName]);
    const end = () => subscribers.delete(callback);
    subscribers.set(callback, end);
    callback(first, end);
  });
  main().append(box);
  return { box, asked, give, subscribers };
}

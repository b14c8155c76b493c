// Functions that read the page of examples/console. Each runs in the page, so it cannot use anything of this file.
// @ts-check

/** In the page: the statuses of the table's rows, in words. */
export function statuses() {
  const rows = document.querySelector("#tasks")?.shadowRoot?.querySelectorAll("tbody tr") ?? [];
  return [...rows].map((row) => row.querySelector(".status")?.textContent);
}

/** In the page: the state of an element. */
export const stateOf = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id)).state;
export const statusOf = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id)).status;
export const textOf = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id)).innerText;
export const isHidden = (/** @type {string} */ id) => !document.getElementById(id)?.checkVisibility();
/** In the page: method, status and attempt of the newest requests that change data. */
export const changes = () =>
  [...document.querySelectorAll("#request-rows tr")]
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ""))
    .map(([, path, status, , attempt]) => `${path?.split(" ")[0]} ${status} ${attempt}`);

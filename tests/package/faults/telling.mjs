// Where an error or the console shows a secret: in any form in which an error is printed, logged, sent or stored.
// @ts-check
import { tellsSecret } from "./credentials.mjs";

/** No chain of causes of this package is longer. */
const DEEPEST = 10;

/**
 * The forms in which an error may be read, each with its name.
 * @param {any} error
 * @returns {Record<string, string>}
 */
export function formsOf(error) {
  /** @type {Record<string, string>} */
  const forms = { text: String(error), json: JSON.stringify(error) ?? "" };
  for (let [link, depth] = [error, 0]; link !== undefined && link !== null && depth < DEEPEST; depth += 1) {
    for (const name of Object.getOwnPropertyNames(Object(link))) {
      forms[`${"cause.".repeat(depth)}${name}`] = String(link[name]);
    }
    forms[`${"cause.".repeat(depth)}stack`] = String(link.stack);
    link = link.cause;
  }
  const clone = structuredClone(error);
  forms.clone = [clone.message, clone.stack, JSON.stringify(clone), String(clone.cause?.stack)].join("\n");
  return forms;
}

/** The names of the forms that show a secret. @param {unknown} error */
export function whereTold(error) {
  // The value that a caller aborts with is the caller's own.
  if (!(error instanceof Error)) return [];
  const forms = Object.entries(formsOf(error));
  return forms.filter(([, text]) => tellsSecret(text)).map(([name]) => name);
}

/** Replaces the console and records its output as text. */
export function watchConsole() {
  /** @type {string[]} */
  const printed = [];
  for (const name of /** @type {const} */ ([
    "log",
    "info",
    "debug",
    "warn",
    "error",
    "trace",
    "dir",
    "table",
  ])) {
    console[name] = (/** @type {unknown[]} */ ...values) =>
      printed.push(`${name}: ${values.map(String).join(" ")}`);
  }
  return printed;
}

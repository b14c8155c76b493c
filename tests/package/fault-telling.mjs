// Where an error shows a secret, with the forms that only Node has, and what is printed meanwhile.
// @ts-check
import { mock } from "node:test";
import { inspect } from "node:util";
import { tellsSecret } from "./faults/credentials.mjs";
import { formsOf, whereTold } from "./faults/telling.mjs";

const CONSOLE = /** @type {const} */ (["log", "info", "debug", "warn", "error", "trace", "dir", "table"]);

/** The forms that show a secret, with those that only Node has. @param {unknown} error */
export function placesInNode(error) {
  if (!(error instanceof Error)) return whereTold(error);
  const inspected = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true });
  const forms = { ...formsOf(error), inspect: `${inspected}\n${inspect(error)}` };
  return Object.entries(forms).flatMap(([name, text]) => (tellsSecret(text) ? [name] : []));
}

/** Records the console output until it is read. */
export function muteConsole() {
  const calls = CONSOLE.map((name) => mock.method(console, name, () => {}));
  return () => {
    const printed = calls.flatMap(({ mock: { calls } }) => calls.map((call) => call.arguments));
    mock.restoreAll();
    return printed;
  };
}

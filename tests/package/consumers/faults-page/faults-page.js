// Runs a group of the fault matrix, and reports the result of each row and every place that shows a token.
import { concerns } from "./faults/expectation.mjs";
import { operations } from "./faults/operations.mjs";
import { remoteControl } from "./faults/remote-control.mjs";
import { runFault } from "./faults/run.mjs";
import { groups } from "./faults/table.mjs";
import { watchConsole, whereTold } from "./faults/telling.mjs";
import * as sfsTurboTasks from "./node_modules/sfs-turbo-tasks/dist/index.js";

const query = new URLSearchParams(location.search);
let copies = 0;
/** @type {string[]} */
let told = [];

const environment = {
  sfsTurboTasks,
  // The query makes it a second module, with its own core.
  freshPackage: () => import(`./node_modules/sfs-turbo-tasks/dist/index.js?copy=${++copies}`),
  otherRealm: () => document.body.appendChild(document.createElement("iframe")).contentWindow,
  control: remoteControl(query.get("control") ?? ""),
  /** @type {import("./faults/run.mjs").Environment["onError"]} */
  onError: (error, _, { name }) => told.push(...whereTold(error).map((place) => `${name}: ${place}`)),
};

async function report() {
  const printed = watchConsole();
  const escaped = watchEscaped();
  /** @type {Record<string, unknown>} */
  const observations = {};
  for (const fault of groups[query.get("group") ?? ""] ?? []) {
    told = [];
    const concerned = operations.filter((operation) => concerns(fault, operation));
    const cells = await runFault(fault, concerned, environment);
    observations[fault.name] = {
      cells,
      told,
      printed: printed.splice(0),
      escaped: escaped.splice(0),
    };
  }
  return observations;
}

/** Errors that no `catch` handled. */
function watchEscaped() {
  /** @type {string[]} */
  const escaped = [];
  addEventListener("unhandledrejection", ({ reason }) => escaped.push(`rejection: ${reason?.stack}`));
  addEventListener("error", ({ message }) => escaped.push(`error: ${message}`));
  return escaped;
}

const result = await report().catch((error) => ({ failure: error.stack }));
/** @type {HTMLElement} */ (document.getElementById("report")).textContent = JSON.stringify(result);

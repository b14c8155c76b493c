// Runs the whole fault matrix in its own process, and prints unhandled errors and what is left over.
import { runInNewContext } from "node:vm";
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { concerns } from "./faults/expectation.mjs";
import { operations } from "./faults/operations.mjs";
import { remoteControl } from "./faults/remote-control.mjs";
import { runFault } from "./faults/run.mjs";
import { faults } from "./faults/table.mjs";

let copies = 0;
const environment = {
  sfsTurboTasks,
  // The query makes it a second module, with its own core.
  freshPackage: () => import(`./node_modules/sfs-turbo-tasks/dist/index.js?copy=${++copies}`),
  otherRealm: () => runInNewContext("globalThis"),
  control: remoteControl(process.argv[2] ?? ""),
};

let running = "";
/** @type {string[]} */
const escaped = [];
for (const event of ["unhandledRejection", "uncaughtException", "warning"]) {
  process.on(event, (reason) => escaped.push(`${running}: ${event} ${reason?.stack ?? reason}`));
}
for (const fault of faults) {
  running = fault.name;
  const concerned = operations.filter((operation) => concerns(fault, operation));
  await runFault(fault, concerned, environment);
}
const timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout");
console.log(JSON.stringify({ rows: faults.length, escaped, timers }));

// Prints what happens to calls on a core that traps, and the errors that nothing handled.
import { reportTraps } from "./scenario.mjs";
import * as sfsTurboTasks from "./trap/index.js";

/** @type {string[]} */
const escaped = [];
for (const event of ["unhandledRejection", "uncaughtException"]) {
  process.on(event, (reason) => escaped.push(`${event} ${reason?.stack ?? reason}`));
}
const report = await reportTraps(sfsTurboTasks);
const timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout");
console.log(JSON.stringify({ ...report, escaped, timers }));

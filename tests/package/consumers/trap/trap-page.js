// Reports what happens to calls on a core that traps in a page, and the errors that nothing handled.
import { reportTraps } from "./scenario.mjs";
import * as sfsTurboTasks from "./trap/index.js";

/** @type {string[]} */
const escaped = [];
addEventListener("unhandledrejection", ({ reason }) => escaped.push(`rejection: ${reason?.stack}`));
addEventListener("error", ({ message }) => escaped.push(`error: ${message}`));
const report = await reportTraps(sfsTurboTasks).catch((error) => ({ failure: error.stack }));
/** @type {HTMLElement} */ (document.getElementById("report")).textContent = JSON.stringify({
  ...report,
  escaped,
});

// Reports what many calls leave on one signal of a page.
import * as emulatorModule from "./node_modules/sfs-turbo-tasks/dist/emulator.js";
import * as sfsTurboTasks from "./node_modules/sfs-turbo-tasks/dist/index.js";
import { callOften } from "./one-signal.mjs";

const calls = Number(new URLSearchParams(location.search).get("calls"));
const report = await callOften(sfsTurboTasks, emulatorModule, calls).catch((error) => ({
  failure: error.stack,
}));
/** @type {HTMLElement} */ (document.getElementById("report")).textContent = JSON.stringify(report);

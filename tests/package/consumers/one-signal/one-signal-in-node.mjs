// Prints what many calls leave on one signal, by the calls' count and by Node's, and Node's warnings meanwhile.
// @ts-check
import { getEventListeners } from "node:events";
import * as sfsTurboTasks from "sfs-turbo-tasks";
import * as emulatorModule from "sfs-turbo-tasks/emulator";
import { callOften } from "./one-signal.mjs";

/** @type {AbortSignal[]} */
const signals = [];
const { AbortController: Platform } = globalThis;
globalThis.AbortController = class extends Platform {
  constructor() {
    super();
    signals.push(this.signal);
  }
};
/** @type {string[]} */
const warnings = [];
process.on("warning", ({ message }) => warnings.push(message));
const report = await callOften(sfsTurboTasks, emulatorModule, Number(process.argv[2]));
// The first one is the long-lived one: it was created before any call.
const [first] = signals;
const onSignal = first && getEventListeners(first, "abort").length;
const timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout");
console.log(JSON.stringify({ ...report, onSignal, timers, warnings }));

// The servers of one cell of the fault matrix. No other cell uses them at the same time.
// @ts-check
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../../js/emulator/server.mjs";
import { GOOD, KEY } from "../faults/credentials.mjs";
import { TASK } from "../faults/scene.mjs";
import { startElsewhere } from "./elsewhere.mjs";
import { keepLedger, serviceClock } from "./ledger.mjs";
import { startRawServer, startRefusing } from "./raw.mjs";

/** @typedef {import("../faults/table.mjs").Fault} Fault */
/** @typedef {import("../faults/operations.mjs").Operation} Operation */
/** @typedef {import("../faults/run.mjs").Seen} Seen */

/** How long it may take to notice an aborted request. A request that is left behind stays open forever. */
const NOTICED = 5_000;

/** A label of a host name has at most 63 characters, so no server gets this request. */
const NOWHERE = `https://${"x".repeat(64)}.invalid`;

/** The credentials that the service knows, and its clock, which no row changes. */
const known = { token: GOOD, ...KEY, now: serviceClock };

export async function startStand() {
  /** @type {Seen[]} */
  const seen = [];
  const emulators = {
    service: createEmulator(known),
    unexposed: createEmulator({ ...known, cors: "unexposed" }),
    closed: createEmulator({ ...known, cors: "none" }),
  };
  const { projectId } = emulators.service;
  const [service, unexposed, closed, raw, elsewhere, refusing] = await Promise.all([
    serveEmulator(keepLedger(emulators.service, seen)),
    serveEmulator(keepLedger(emulators.unexposed, seen)),
    serveEmulator(keepLedger(emulators.closed, seen)),
    startRawServer(seen),
    startElsewhere(),
    startRefusing(),
  ]);
  const place = {
    endpoints: {
      service: service.url,
      unexposed: unexposed.url,
      closed: closed.url,
      raw: `http://127.0.0.1:${raw.port}`,
      noTls: `https://127.0.0.1:${raw.port}`,
      refusing: `http://127.0.0.1:${refusing.port}`,
      nowhere: NOWHERE,
    },
    elsewhere: elsewhere.url,
    projectId,
    ...documentedTask,
  };
  return {
    /**
     * @param {Fault} fault
     * @param {Operation} operation
     */
    prepare(fault, operation) {
      seen.length = 0;
      elsewhere.takeRequests();
      const bytes = typeof fault.raw === "function" ? fault.raw(operation) : (fault.raw ?? "");
      raw.say(bytes, operation.recovers ? goodBytes(operation) : bytes);
      for (const emulator of Object.values(emulators)) misbehave(emulator, fault, operation, place.elsewhere);
      return place;
    },
    seen,
    async finish() {
      const deadline = performance.now() + NOTICED;
      while (seen.some(({ end }) => end === "open") && performance.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return { seen: [...seen], elsewhere: elsewhere.takeRequests() };
    },
    async close() {
      const all = [service, unexposed, closed, raw, elsewhere, refusing];
      await Promise.all(all.map((server) => server.close()));
    },
  };
}

/** @param {Operation} operation */
function goodBytes({ wrap }) {
  const body = wrap(TASK);
  return `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
}

/**
 * @param {import("sfs-turbo-tasks/emulator").Emulator} emulator
 * @param {Fault} fault
 * @param {Operation} operation
 * @param {string} elsewhere
 */
function misbehave(emulator, { first = [], always, redirect }, operation, elsewhere) {
  emulator.reset();
  if (operation.sends === "looks") emulator.finishTask(documentedTask);
  for (const once of typeof first === "function" ? first(operation) : first) emulator.misbehave(once);
  if (redirect !== undefined) always = { status: redirect, headers: { location: `${elsewhere}/v1/stolen` } };
  if (always === undefined) return;
  const times = operation.sends === "looks" ? 1 : Number.POSITIVE_INFINITY;
  emulator.misbehave(typeof always === "function" ? always(operation) : always, { times });
}

// All servers of the fault matrix: prepares them for a row, and tells what they saw.
// @ts-check
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../../js/emulator/server.mjs";
import { GOOD } from "../faults/credentials.mjs";
import { faults } from "../faults/table.mjs";
import { startElsewhere } from "./elsewhere.mjs";
import { keepLedger } from "./ledger.mjs";
import { freePort, startRawServer } from "./raw.mjs";

/** @typedef {import("../faults/table.mjs").Fault} Fault */
/** @typedef {import("../faults/run.mjs").Seen} Seen */

/** How long an abandoned answer may take to be noticed; a request that is left behind stays open for ever. */
const NOTICED = 5_000;

/** A label of a host name has 63 characters at most, so that nobody is asked for this one. */
const NOWHERE = `https://${"a".repeat(64)}.invalid`;

export async function startFaultServers() {
  /** @type {Seen[]} */
  const seen = [];
  const emulators = {
    service: createEmulator({ token: GOOD }),
    unexposed: createEmulator({ token: GOOD, cors: "unexposed" }),
    closed: createEmulator({ token: GOOD, cors: "none" }),
  };
  const { projectId } = emulators.service;
  const [service, unexposed, closed, raw, elsewhere, refusing] = await Promise.all([
    serveEmulator(keepLedger(emulators.service, seen)),
    serveEmulator(keepLedger(emulators.unexposed, seen)),
    serveEmulator(keepLedger(emulators.closed, seen)),
    startRawServer(seen),
    startElsewhere(),
    freePort(),
  ]);
  /** @type {import("../faults/scene.mjs").Place} */
  const place = {
    endpoints: {
      service: service.url,
      unexposed: unexposed.url,
      closed: closed.url,
      raw: `http://127.0.0.1:${raw.port}`,
      noTls: `https://127.0.0.1:${raw.port}`,
      refusing: `http://127.0.0.1:${refusing}`,
      nowhere: NOWHERE,
    },
    elsewhere: elsewhere.url,
    projectId,
    ...documentedTask,
  };
  return {
    place,
    /** @param {string} name a row's */
    async prepare(name) {
      const fault = faults.find((row) => row.name === name);
      if (fault === undefined) throw new Error(`no row is called ${name}`);
      seen.length = 0;
      elsewhere.takeRequests();
      raw.say(fault.raw ?? "");
      for (const emulator of Object.values(emulators)) misbehave(emulator, fault, place.elsewhere);
      return place;
    },
    seen: async () => seen,
    async finish() {
      const deadline = performance.now() + NOTICED;
      while (seen.some(({ end }) => end === "open") && performance.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return { seen: [...seen], elsewhere: elsewhere.takeRequests() };
    },
    async close() {
      const all = [service, unexposed, closed, raw, elsewhere];
      await Promise.all(all.map((server) => server.close()));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startFaultServers>>} FaultServers */

/**
 * @param {import("sfs-turbo-tasks/emulator").Emulator} emulator
 * @param {Fault} fault
 * @param {string} elsewhere
 */
function misbehave(emulator, { first = [], always, redirect }, elsewhere) {
  emulator.reset();
  for (const once of typeof first === "function" ? first() : first) emulator.misbehave(once);
  if (redirect !== undefined) always = { status: redirect, headers: { location: `${elsewhere}/v1/stolen` } };
  if (always === undefined) return;
  emulator.misbehave(typeof always === "function" ? always() : always, { times: Infinity });
}

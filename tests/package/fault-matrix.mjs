// Installs the packed package beside the fault matrix, and runs rows on it: in this process, or in a browser's pages.
// @ts-check
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { startControl } from "./fault-servers/control.mjs";
import { startFaultServers } from "./fault-servers/servers.mjs";
import { concerns } from "./faults/expectation.mjs";
import { operations, recovering } from "./faults/operations.mjs";
import { runFault, runFaultsAtOnce } from "./faults/run.mjs";
import { faults, groups } from "./faults/table.mjs";
import { servePages } from "./pages.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

/** @typedef {import("./faults/run.mjs").Observation} Observation */
/** @typedef {import("./faults/table.mjs").Fault} Fault */
/** @typedef {import("./faults/operations.mjs").Operation} Operation */
/**
 * What a page reports of a row beside its cells: where an error shows a token, what was printed, and which errors no `catch`
 * handled.
 * @typedef {{ cells: Record<string, Observation> } & Record<"told" | "printed" | "escaped", string[]>} PageRow
 */

/** More would only make the machine busy: a wait that continues is idle most of its time. */
const WAITS_AT_ONCE = 8;

const rows = fileURLToPath(new URL("faults", import.meta.url));

/** Installs the package together with the rows, the page that runs them, and the script that does. */
export async function installFaults() {
  const folder = await installTarball("faults-page", "faults-in-node");
  cpSync(rows, join(folder, "faults"), { recursive: true });
  return folder;
}

/**
 * A runner of rows in this process.
 * @param {string} folder of {@link installFaults}
 * @param {(error: unknown, fault: Fault, operation: Operation) => void} [onError]
 */
export async function runnerInNode(folder, onError) {
  const servers = await startFaultServers();
  const entry = pathToFileURL(join(folder, "node_modules/sfs-turbo-tasks/dist/index.js"));
  let copies = 0;
  const environment = {
    sfsTurboTasks: await importInstalled(folder),
    // The query makes it a second module, with its own core.
    freshPackage: () => import(`${entry}?copy=${++copies}`),
    otherRealm: () => runInNewContext("globalThis"),
    control: servers,
    ...(onError && { onError }),
  };
  return {
    /** A row with every operation that it concerns. @param {Fault} fault */
    run: (fault) => runFault(fault, concerned(operations, fault), environment),
    /** Every row in which a wait continues. */
    async recover() {
      const waits = faults.filter((fault) => concerned(recovering, fault).length > 0);
      return await runFaultsAtOnce(waits, recovering, environment, WAITS_AT_ONCE);
    },
    close: servers.close,
  };
}

/** @param {readonly Operation[]} all @param {Fault} fault */
const concerned = (all, fault) => all.filter((operation) => concerns(fault, operation));

/**
 * Runs rows in pages, one for each group.
 * @param {string} folder of {@link installFaults}
 * @param {{ visit: (url: string) => Promise<import("./browser.mjs").Visit> }} browser
 * @param {readonly string[]} [names] of the groups; all by default
 */
export async function runInPages(folder, browser, names = Object.keys(groups)) {
  const servers = await startFaultServers();
  const control = await startControl(servers);
  const pages = await servePages(folder);
  /** @type {Map<string, PageRow>} by the row's name */
  const observations = new Map();
  /** @type {string[]} */
  const consoles = [];
  try {
    for (const group of names) {
      const query = new URLSearchParams({ group, control: control.url });
      const visit = await browser.visit(`${pages.origin}/faults.html?${query}`);
      if (visit.report.failure !== undefined) throw new Error(`${group}: ${visit.report.failure}`);
      for (const [name, row] of Object.entries(visit.report)) observations.set(name, row);
      consoles.push(...visit.console);
    }
  } finally {
    await Promise.all([servers.close(), control.close(), pages.close()]);
  }
  return { observations, consoles };
}

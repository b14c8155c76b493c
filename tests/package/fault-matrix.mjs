// Installs the packed package beside the fault matrix, and runs rows on it: in this process, or in a browser's pages.
// @ts-check
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { startControl } from "./fault-servers/control.mjs";
import { startFaultServers } from "./fault-servers/servers.mjs";
import { runFault } from "./faults/run.mjs";
import { groups } from "./faults/table.mjs";
import { servePages } from "./pages.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

/** @typedef {import("./faults/run.mjs").Observation} Observation */
/** @typedef {import("./faults/table.mjs").Fault} Fault */
/**
 * What a page tells beside it: where an error told a token, what was printed, and what no `catch` saw.
 * @typedef {Observation & Record<"told" | "printed" | "escaped", string[]>} PageObservation
 */

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
 * @param {(error: unknown, fault: Fault) => void} [onRejection]
 */
export async function runnerInNode(folder, onRejection) {
  const servers = await startFaultServers();
  const entry = pathToFileURL(join(folder, "node_modules/sfs-turbo-tasks/dist/index.js"));
  let copies = 0;
  const environment = {
    sfsTurboTasks: await importInstalled(folder),
    // The query makes it another module, with a core of its own.
    freshPackage: () => import(`${entry}?copy=${++copies}`),
    otherRealm: () => runInNewContext("globalThis"),
    control: servers,
    ...(onRejection && { onRejection }),
  };
  return {
    /** @param {Fault} fault */
    run: (fault) => runFault(fault, environment),
    close: servers.close,
  };
}

/**
 * Runs all rows in pages, one for each group.
 * @param {string} folder of {@link installFaults}
 * @param {{ visit: (url: string) => Promise<import("./browser.mjs").Visit> }} browser
 */
export async function runInPages(folder, browser) {
  const servers = await startFaultServers();
  const control = await startControl(servers);
  const pages = await servePages(folder);
  /** @type {Map<string, PageObservation>} by the row's name */
  const observations = new Map();
  /** @type {string[]} */
  const consoles = [];
  try {
    for (const group of Object.keys(groups)) {
      const query = new URLSearchParams({ group, control: control.url });
      const visit = await browser.visit(`${pages.origin}/faults.html?${query}`);
      if (visit.report.failure !== undefined) throw new Error(`${group}: ${visit.report.failure}`);
      for (const [name, observation] of Object.entries(visit.report)) observations.set(name, observation);
      consoles.push(...visit.console);
    }
  } finally {
    await Promise.all([servers.close(), control.close(), pages.close()]);
  }
  return { observations, consoles };
}

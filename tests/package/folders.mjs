// Temporary folders outside the checkout, where no file of the checkout can replace a file that the tarball is missing.
// @ts-check
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @type {string[]} */
const folders = [];

// At the exit of the process and not after each test, so a failed test leaves nothing behind either.
process.on("exit", () => folders.forEach(removeFolder));

/**
 * Makes an empty folder that is removed when this process ends.
 * @param {string} purpose a part of its name
 */
export function temporaryFolder(purpose) {
  // The real path: a program that gets a link to a folder reports paths that do not start with the link.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `sfs-turbo-tasks-${purpose}-`));
  folders.push(folder);
  return folder;
}

/** @param {string} folder */
export function removeFolder(folder) {
  // Tried again, since a browser that is just quitting may still write its profile.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

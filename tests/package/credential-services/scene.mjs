// What every test of a credential source starts with: no variables, an empty home, a stopped clock.
// @ts-check
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../folders.mjs";

/** The time at which the clock of a test is stopped. */
export const noon = Date.UTC(2026, 10, 26, 12);

/**
 * Sets variables, and removes all others that a source might read, until the test ends.
 * @param {import("node:test").TestContext} t
 * @param {Record<string, string>} [variables]
 */
export function setVariables(t, variables = {}) {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) {
    if (/^(HUAWEICLOUD|HW|OS|HC)_/.test(name)) delete process.env[name];
  }
  const home = temporaryFolder("home");
  Object.assign(process.env, { HOME: home, USERPROFILE: home }, variables);
  t.after(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });
  return home;
}

/** Stops the clock at {@link noon}. @param {import("node:test").TestContext} t */
export function stopClock(t) {
  t.mock.timers.enable({ apis: ["Date"], now: noon });
  return { pass: (/** @type {number} */ milliseconds) => t.mock.timers.setTime(Date.now() + milliseconds) };
}

/** Writes a file, and the folders that it needs. @param {string} folder @param {string} path @param {string} text */
export function writeText(folder, path, text) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** The error that a promise was rejected with, as plain fields. @param {Promise<unknown>} promise @returns {Promise<any>} */
export async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    const { name, message, source, configured } = /** @type {any} */ (error);
    return { name, message, source, configured };
  }
  throw new Error("it was not rejected");
}

/** Such fields. @param {string} source @param {string} reason @param {boolean} [configured] */
export function failed(source, reason, configured = true) {
  return { name: "CredentialsError", message: `${source}: ${reason}`, source, configured };
}

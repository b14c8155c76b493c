// One step of the set-up: prints what it does and how long it took, and records in a stamp file that it was done.
// @ts-check
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * @template T
 * @param {string} what what is done, as in "installing the npm packages"
 * @param {string} expected how long that takes, as in "about 10 s"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, expected, work) {
  const started = performance.now();
  console.log(`set-up: ${what} (${expected}) …`);
  const result = await work();
  console.log(`set-up: ${what}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * A fingerprint of the inputs of a step: another machine or another input gives another one.
 * @param {...(string | Buffer)} inputs
 */
export function fingerprint(...inputs) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\0`);
  for (const input of inputs) hash.update(createHash("sha256").update(input).digest());
  return hash.digest("hex");
}

/**
 * @param {string} file
 * @param {string} expected
 */
export function isStamped(file, expected) {
  try {
    return readFileSync(file, "utf8") === expected;
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @param {string} value
 */
export function stamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

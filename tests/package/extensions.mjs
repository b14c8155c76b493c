// Extensions of Chromium: a folder with a manifest, and the address of its pages.
// @ts-check
import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes an extension of a folder.
 * @param {string} folder what the extension contains
 * @param {Record<string, unknown>} manifest without name, version and key
 * @returns {string} the origin of its pages, without a slash at its end
 */
export function makeExtension(folder, manifest) {
  // Chromium makes the id from the key; without a key from the folder's path, in another way on each system.
  const key = randomBytes(32);
  const whole = { name: "extension", version: "1", key: key.toString("base64"), ...manifest };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(whole));
  return `chrome-extension://${idOf(key)}`;
}

/**
 * The first half of the key's digest, with the letters a to p as digits.
 * @param {Buffer} key
 */
function idOf(key) {
  const digits = createHash("sha256").update(key).digest("hex").slice(0, 32);
  return digits.replace(/./g, (digit) => "abcdefghijklmnop".charAt(Number.parseInt(digit, 16)));
}

// The site is built only from the checkout: two builds have the same bytes, and nothing of the machine.
// @ts-check
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { filesBelow } from "../../tools/docs/files.mjs";
import { buildSite } from "../../tools/docs/site.mjs";
import { temporaryFolder } from "../package/folders.mjs";
import { checkout } from "../package/program.mjs";
import { site } from "./site.mjs";

test("built again, in another folder, each file has the same bytes", async () => {
  const other = join(temporaryFolder("docs"), "site");
  await buildSite(other);
  assert.deepEqual(await hashes(other), await hashes(site));
});

test("no file contains a path of this machine, or the host of a package registry", async () => {
  const files = await filesBelow(site);
  const names = [checkout.replace(/\/$/, ""), "file:///", "//registry."];
  // Shorter names would be found in words.
  if (homedir().length > 6) names.push(homedir());
  if (hostname().length > 8) names.push(hostname());
  const found = files.flatMap((file) => {
    const text = readFileSync(join(site, file), "utf8");
    return names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
  });
  assert.deepEqual(found, []);
  assert.ok(files.length > 200, `${files.length} files`);
});

/** @param {string} folder */
async function hashes(folder) {
  const files = await filesBelow(folder);
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}

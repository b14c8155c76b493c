// Builds and packs a copy of the checkout in which Stryker has put mutants. It runs in that copy. The core is copied with it,
// since no mutant changes the core.
// @ts-check
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { shareTarball } from "../tests/package/tarball.mjs";
import { buildEntries } from "./build/entries.mjs";
import { buildCommandLine } from "./build-command-line.mjs";
import { buildCredentials } from "./build-credentials.mjs";
import { buildElement } from "./build-element.mjs";
import { buildEmulator } from "./build-emulator.mjs";
import { buildMessages } from "./build-messages.mjs";
import { main, root } from "./run.mjs";

/** The npm packages of the checkout, and where the tests find the tarball: both from the root of the copy. */
const [modules = "", packed = ""] = process.argv.slice(2);

await main(async () => {
  // A junction, since Windows allows other links to administrators only.
  await symlink(join(root, modules), join(root, "node_modules"), "junction");
  const folder = join(root, "target/core");
  const [namedPath, gluePath] = [join(folder, "named.wasm"), join(folder, "core_bg.js")];
  await buildEntries({ wasm: await readFile(join(folder, "core.wasm")), namedPath, gluePath });
  await buildEmulator();
  await buildCredentials();
  await buildCommandLine();
  await buildMessages();
  await buildElement();
  await mkdir(join(root, packed), { recursive: true });
  await shareTarball(join(root, packed));
});

// Builds the package into dist: Rust to core.wasm, TypeScript around it, type definitions beside it; prints the sizes.
// `npm run build -- --api` renews the report of the public API too.
// @ts-check
import { rm } from "node:fs/promises";
import { buildCommandLine } from "./build-command-line.mjs";
import { buildCredentials } from "./build-credentials.mjs";
import { buildElement } from "./build-element.mjs";
import { buildEmulator } from "./build-emulator.mjs";
import { buildMessages } from "./build-messages.mjs";
import { readOptions } from "./options.mjs";
import { main, root } from "./run.mjs";
import { setUpNode, setUpRust } from "./set-up.mjs";

const USAGE = `npm run build -- [options]
  --api  writes the report of the public API into the folder api, too`;

await main(async () => {
  const { api } = readOptions(USAGE, { api: { type: "boolean" } });
  await setUpNode();
  await setUpRust();
  // Loaded here: they need the set-up above.
  const { buildCore } = await import("./build/core.mjs");
  const { buildDeclarations } = await import("./build/declarations.mjs");
  const { buildEntries } = await import("./build/entries.mjs");
  const { printSizes } = await import("./build/sizes.mjs");

  const core = await buildCore();
  await rm(`${root}dist`, { recursive: true, force: true });
  await buildEntries(core);
  await buildEmulator();
  await buildCredentials();
  await buildCommandLine();
  await buildMessages();
  await buildElement();
  await buildDeclarations();
  if (api) {
    const { writeApi } = await import("./build/api.mjs");
    await writeApi();
  }
  await printSizes();
});

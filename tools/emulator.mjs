// `npm run emulator -- --port 4010`: `sfs-turbo-tasks emulator`, built from the sources.
// @ts-check
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root } from "./run.mjs";

await main(async () => {
  // A fresh checkout has no node_modules: modules that need them are loaded after the set-up.
  const { setUpNode } = await import("./set-up.mjs");
  await setUpNode();
  const { buildEmulator } = await import("./build-emulator.mjs");
  const { buildCommandLine } = await import("./build-command-line.mjs");
  await Promise.all([buildEmulator(), buildCommandLine()]);
  // In this process: a signal would end this one and leave a child process running.
  const program = join(root, "dist/command-line/main.js");
  process.argv.splice(1, process.argv.length, program, "emulator", ...process.argv.slice(2));
  await import(pathToFileURL(program).href);
});

// `npm run emulator -- --port 4010`: `sfs-turbo-tasks emulator`, built from the sources.
// @ts-check
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root } from "./run.mjs";

await main(async () => {
  // A fresh checkout has no node_modules yet: what needs them is loaded after they are there.
  const { setUpNode } = await import("./set-up.mjs");
  await setUpNode();
  const { buildEmulator } = await import("./build-emulator.mjs");
  const { buildCommandLine } = await import("./build-command-line.mjs");
  await Promise.all([buildEmulator(), buildCommandLine()]);
  // Of its own process would be the same, but for signals, which would end this one and leave the other.
  const program = join(root, "dist/command-line/main.js");
  process.argv.splice(1, process.argv.length, program, "emulator", ...process.argv.slice(2));
  await import(pathToFileURL(program).href);
});

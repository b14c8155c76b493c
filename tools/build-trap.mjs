// Builds the package again into target/trap, with a core that traps on request of a test. It is never packed.
// @ts-check
import { buildCore } from "./build/core.mjs";
import { buildEntries } from "./build/entries.mjs";
import { main } from "./run.mjs";

await main(async () => {
  await buildEntries(await buildCore({ name: "core-with-trap", crateFeatures: ["trap"] }), "target/trap");
});

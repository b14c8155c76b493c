// `npm run docs`: sets up, builds the package, and builds the documentation site into target/docs; `--serve` serves it.
// @ts-check
import { readOptions } from "./options.mjs";
import { main, mustRun, root } from "./run.mjs";
import { setUpNode } from "./set-up.mjs";

const USAGE = `npm run docs -- [options]
  --serve  serves the site on this machine, at the first free port from 4173 on, until Ctrl-C`;

await main(async () => {
  const { serve } = readOptions(USAGE, { serve: { type: "boolean" } });
  await setUpNode();
  await mustRun(process.execPath, ["tools/build.mjs"]);
  // Loaded here: they need the set-up above.
  const { buildSite } = await import("./docs/site.mjs");
  const site = `${root}target/docs`;
  await buildSite(site);
  console.log("docs: the site is in target/docs; its first page is target/docs/index.html");
  if (!serve) return;
  const { serveSite } = await import("./docs/serve.mjs");
  console.log(`docs: ${await serveSite(site)} serves it, until Ctrl-C`);
});

// `npm run console`: builds the package and examples/console, and serves the page; with `--endpoint`, with a proxy to a real
// service.
// @ts-check
import { readOptions, wholeNumber } from "./options.mjs";
import { Failure, main, mustRun } from "./run.mjs";

const USAGE = `npm run console -- [options]
  --port <number>   the port to listen on; the first free one from 4173 on by default
  --endpoint <url>  where the service is, such as https://sfs-turbo.cn-north-4.myhuaweicloud.com: the page reaches it by the path
                    /sfs-turbo; SFS_TURBO_ENDPOINT says the same
  --open            opens the page in the browser`;

await main(async () => {
  const { port, endpoint, open } = readArguments();
  // A fresh checkout has no node_modules: modules that need them are loaded after the set-up.
  const { setUpNode } = await import("./set-up.mjs");
  await setUpNode();
  await mustRun(process.execPath, ["tools/build.mjs"]);
  const { buildConsole } = await import("./console/build.mjs");
  const { serveConsole } = await import("./console/serve.mjs");
  const folder = await buildConsole();
  const { address } = await serveConsole({ folder, port, endpoint, open });
  console.log(`\nThe console is at ${address}`);
  console.log(
    endpoint
      ? `Its path /sfs-turbo leads to ${endpoint}.`
      : "Its service is an emulator within the page. Ctrl-C ends it.",
  );
});

function readArguments() {
  const {
    port,
    endpoint = process.env.SFS_TURBO_ENDPOINT || undefined,
    open,
  } = readOptions(USAGE, {
    port: { type: "string" },
    endpoint: { type: "string" },
    open: { type: "boolean", default: false },
  });
  if (endpoint !== undefined && !/^https?:\/\/[^/]/.test(endpoint)) {
    throw new Failure(`--endpoint takes a URL such as https://host, not ${JSON.stringify(endpoint)}.`);
  }
  return {
    open,
    endpoint,
    port: port === undefined ? undefined : wholeNumber("port", port, { most: 65_535 }),
  };
}

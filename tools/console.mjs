// `npm run console`: builds the package and examples/console, and serves the page; with `--endpoint`, with a proxy to a real
// service.
// @ts-check
import { parseArgs } from "node:util";
import { Failure, main, mustRun } from "./run.mjs";

const USAGE = `npm run console -- [--port <number>] [--endpoint <url>] [--open]

  --port      the port to listen on; without it the first free one from 4173 on
  --endpoint  where the service is, such as https://sfs-turbo.cn-north-4.myhuaweicloud.com: the page reaches it by the
              path /sfs-turbo; SFS_TURBO_ENDPOINT says the same
  --open      opens the page in the browser
`;

await main(async () => {
  const { port, endpoint, open, help } = readArguments();
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
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
  const { SFS_TURBO_ENDPOINT: usual } = process.env;
  const { port, endpoint = usual || undefined, ...switches } = parsed();
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new Failure(`--port takes a number from 0 to 65535, not ${JSON.stringify(port)}.`);
  }
  if (endpoint !== undefined && !/^https?:\/\/[^/]/.test(endpoint)) {
    throw new Failure(`--endpoint takes a URL such as https://host, not ${JSON.stringify(endpoint)}.`);
  }
  return { ...switches, port: port === undefined ? undefined : Number(port), endpoint };
}

function parsed() {
  const options = /** @type {const} */ ({
    port: { type: "string" },
    endpoint: { type: "string" },
    open: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  });
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Failure(`${/** @type {Error} */ (error).message}\n${USAGE}`);
  }
}

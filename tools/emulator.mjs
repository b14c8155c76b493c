// Starts the emulator as a server, with tasks to look at: `npm run emulator -- --port 4010`.
// @ts-check
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Failure, main, root } from "./run.mjs";

const DEFAULT_PORT = 4010;

const USAGE = `Usage: npm run emulator -- [--port <number>]

Starts an SFS Turbo emulator on 127.0.0.1 and prints what a client needs to talk to it.

  --port <number>  the port to listen on, 0 for a free one (default: ${DEFAULT_PORT})
  --help           print this`;

/** A command line that makes no sense. */
class UsageError extends Failure {}

/**
 * @param {string[]} args
 * @returns {{ port: number, help: boolean }}
 * @throws {UsageError}
 */
function readArguments(args) {
  const { port = String(DEFAULT_PORT), help = false } = parse(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not ${JSON.stringify(port)}.`);
  }
  return { port: Number(port), help };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: { port: { type: "string" }, help: { type: "boolean" } } }).values;
  } catch (error) {
    // Node's own sentences are good, but for the advice on `--` that follows the first of them.
    const [sentence = ""] = /** @type {Error} */ (error).message.split(/\. |\n/);
    throw new UsageError(`${sentence.replace(/\.$/, "")}; see --help.`);
  }
}

/**
 * Adds a file system with a task in each state that a console has to show.
 * @param {import("../js/emulator/index.ts").Emulator} emulator
 */
function seed(emulator) {
  const minute = 60_000;
  const shareId = emulator.addFileSystem();
  const running = emulator.addTask({ shareId, duration: minute });
  const startTime = Date.now() - 30 * minute;
  const succeeded = emulator.addTask({ shareId, startTime, duration: 12 * minute, type: "export" });
  const failed = emulator.addTask({
    shareId,
    startTime,
    duration: minute,
    outcome: "FAIL",
    message: "The OBS bucket bound to sfs-link-directory does not exist.",
  });
  return { shareId, running, succeeded, failed };
}

/** @param {number} port */
async function start(port) {
  // A fresh checkout has no node_modules yet: what needs them is loaded after they are there.
  const { setUpNode } = await import("./set-up.mjs");
  await setUpNode();
  const { buildEmulator } = await import("./build-emulator.mjs");
  await buildEmulator();
  /** @type {typeof import("../js/emulator/index.ts")} */
  const { createEmulator } = await import(pathToFileURL(`${root}/dist/emulator.js`).href);
  const { serveEmulator } = await import("../js/emulator/server.mjs");

  const emulator = createEmulator();
  const { shareId, running, succeeded, failed } = seed(emulator);
  const server = await serveEmulator(emulator, { port }).catch((error) => {
    throw new Failure(`port ${port} cannot be listened on: ${error.message}.`);
  });
  const close = () => void server.close();
  process.once("SIGINT", close).once("SIGTERM", close);

  const path = `/v1/${emulator.projectId}/sfs-turbo/${shareId}/hpc-cache/task/${running.taskId}`;
  console.log(`SFS Turbo emulator

  endpoint     ${server.url}
  token        ${emulator.token}
  project      ${emulator.projectId}
  file system  ${shareId}
  task         ${running.taskId}  running, succeeds in 60 s
  task         ${succeeded.taskId}  succeeded
  task         ${failed.taskId}  failed

curl -i -H 'X-Auth-Token: ${emulator.token}' '${server.url}${path}'

Ctrl+C stops it.`);
}

await main(async () => {
  try {
    const { port, help } = readArguments(process.argv.slice(2));
    if (help) console.log(USAGE);
    else await start(port);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`error: ${error.message}`);
    process.exitCode = 2;
  }
});

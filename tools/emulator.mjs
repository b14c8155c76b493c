// Starts the emulator as a server, with tasks to look at: `npm run emulator -- --port 4010`.
// @ts-check
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Failure, main, root } from "./run.mjs";

const DEFAULT_PORT = 4010;

/** Long enough to be seen at work, short enough to be waited for. */
const NEW_TASK_SECONDS = 20;

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
 * Adds tasks to the file system of the documented one, so that its list has a task in each state a console has to show.
 * @param {import("../js/emulator/index.ts").Emulator} emulator
 * @param {string} shareId
 */
function seed(emulator, shareId) {
  const minute = 60_000;
  const startTime = Date.now() - 30 * minute;
  const message = "The OBS bucket bound to sfs-link-directory does not exist.";
  return {
    running: emulator.addTask({ shareId, startTime, duration: Infinity, type: "export" }),
    failed: emulator.addTask({ shareId, startTime, duration: minute, outcome: "FAIL", message }),
    succeeded: emulator.addTask({ shareId, startTime, duration: 12 * minute, type: "import" }),
  };
}

/** @param {number} port */
async function start(port) {
  // A fresh checkout has no node_modules yet: what needs them is loaded after they are there.
  const { setUpNode } = await import("./set-up.mjs");
  await setUpNode();
  const { buildEmulator } = await import("./build-emulator.mjs");
  await buildEmulator();
  /** @type {typeof import("../js/emulator/index.ts")} */
  const { createEmulator, documentedTask } = await import(pathToFileURL(`${root}/dist/emulator.js`).href);
  const { serveEmulator } = await import("../js/emulator/server.mjs");

  const { shareId, taskId } = documentedTask;
  const emulator = createEmulator({ taskDuration: NEW_TASK_SECONDS * 1000 });
  const { running, failed, succeeded } = seed(emulator, shareId);
  const server = await serveEmulator(emulator, { port }).catch((error) => {
    throw new Failure(`port ${port} cannot be listened on: ${error.message}.`);
  });
  const close = () => void server.close();
  process.once("SIGINT", close).once("SIGTERM", close);

  const path = `/v1/${emulator.projectId}/sfs-turbo/${shareId}/hpc-cache`;
  const curl = `curl -i -H 'X-Auth-Token: ${emulator.token}'`;
  console.log(`SFS Turbo emulator

  endpoint     ${server.url}
  token        ${emulator.token}
  project      ${emulator.projectId}
  file system  ${shareId}
  task         ${running.taskId}  an export that runs for ever
  task         ${failed.taskId}  failed, its message says why
  task         ${succeeded.taskId}  succeeded
  task         ${taskId}      the documentation's example, which runs for ever

A task that is created runs for ${NEW_TASK_SECONDS} s. To see one task, and all of them:

${curl} '${server.url}${path}/task/${running.taskId}'
${curl} '${server.url}${path}/tasks'

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

// Runs other programs, and turns a failure outside these tools into one sentence.
// @ts-check
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout. Every command runs there by default. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A failure outside these tools: its message is enough, so no stack is printed. */
export class Failure extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the root of the checkout
 * @property {Record<string, string | undefined>} [env] added to this process's own; `undefined` removes a variable
 * @property {"inherit" | "capture" | "echo"} [output] `inherit` leaves the terminal to the program; `capture` keeps what it
 *   prints and shows nothing; `echo` shows all, and keeps it too
 * @property {number} [deadline] milliseconds, after which it is killed; none by default
 */

/**
 * How a program ended.
 * @typedef {object} Ended
 * @property {number} code 1 for a program that a signal ended
 * @property {NodeJS.Signals | null} signal
 * @property {boolean} hung whether it was killed at its deadline
 * @property {string} stdout
 * @property {string} stderr
 * @property {string} output both, as they came
 * @property {number} seconds
 */

/**
 * Runs a program until it ends, and returns how it ended.
 * @param {string} command `npm` is the npm that runs this tool, otherwise the one that came with this Node
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 * @throws {Failure} when the program cannot be started
 */
export function run(command, args, { cwd = root, env = {}, output = "inherit", deadline } = {}) {
  const started = performance.now();
  const [program, ...words] = command === "npm" ? [...npm(), ...args] : [command, ...args];
  const kept = { stdout: "", stderr: "", output: "" };
  return new Promise((resolve, reject) => {
    const pipe = output === "inherit" ? "inherit" : "pipe";
    // No standard input: a program that asks a question fails at once instead of waiting for an answer.
    const child = spawn(program, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", pipe, pipe],
    });
    for (const name of /** @type {const} */ (["stdout", "stderr"])) {
      child[name]?.setEncoding("utf8").on("data", (text) => {
        kept[name] += text;
        kept.output += text;
        if (output === "echo") process[name].write(text);
      });
    }
    let hung = false;
    const kill = () => {
      hung = true;
      child.kill("SIGKILL");
    };
    const timer = deadline === undefined ? undefined : setTimeout(kill, deadline);
    child.once("error", (cause) => {
      clearTimeout(timer);
      const missing = "code" in cause && cause.code === "ENOENT";
      const sentence = missing ? "was not found in PATH" : `does not start: ${cause.message}`;
      reject(new Failure(`${command} ${sentence}.`, { cause }));
    });
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      const seconds = (performance.now() - started) / 1000;
      resolve({ code: code ?? 1, signal, hung, ...kept, seconds });
    });
  });
}

/**
 * Runs a program that has to succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 * @throws {Failure} naming the command and the end of its output, when it does not end with exit code 0
 */
export async function mustRun(command, args, options) {
  const ended = await run(command, args, options);
  const { code, output } = ended;
  if (code === 0) return ended;
  const sentence = `\`${[command, ...args].join(" ")}\` ended with exit code ${code}`;
  // Output that was not captured is on the screen, right above the sentence.
  throw new Failure(
    options?.output === "capture" && output ? `${sentence}:\n${excerpt(output)}` : `${sentence}.`,
  );
}

/** On Windows npm is a script for its shell, which `spawn` does not run: the program behind it is one for Node. @returns {[string, ...string[]]} */
function npm() {
  const own = process.env.npm_execpath;
  const folder = join(process.execPath, "..");
  const places = [folder, join(folder, "../lib")].map((place) =>
    join(place, "node_modules/npm/bin/npm-cli.js"),
  );
  // Another package manager sets its own path there.
  const candidates = own && basename(own) === "npm-cli.js" ? [own, ...places] : places;
  const found = candidates.find((file) => existsSync(file));
  return found === undefined ? ["npm"] : [process.execPath, found];
}

/**
 * The beginning, where npm says what is wrong, and the end, where most other programs do.
 * @param {string} output
 */
function excerpt(output) {
  const lines = output.trimEnd().split("\n");
  const shown = lines.length <= 30 ? lines : [...lines.slice(0, 10), "…", ...lines.slice(-19)];
  return shown.map((line) => `  ${line}`).join("\n");
}

/**
 * Runs a tool. A `Failure` ends it with its sentence and exit code 1; a mistake in the tool itself shows its stack.
 * @param {() => Promise<void>} tool
 */
export async function main(tool) {
  try {
    await tool();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}

// Runs other programs for the tools of this folder, and turns what goes wrong outside them into one sentence.
// @ts-check
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The root of the checkout, where every command runs unless told otherwise. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Something outside these tools went wrong: its message is all that a reader needs, so no stack is printed. */
export class Failure extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the root of the checkout
 * @property {Record<string, string | undefined>} [env] added to this process's own; `undefined` removes a variable
 * @property {"inherit" | "capture" | "echo"} [output] `inherit` leaves the terminal to the program; `capture` keeps what it
 *   prints and shows nothing; `echo` shows all, and keeps what went to standard output
 */

/**
 * Runs a program to its end, whatever that is.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, seconds: number }>} `code` is 1 for a program that a signal ended
 * @throws {Failure} when the program cannot be started
 */
export function run(command, args, { cwd = root, env = {}, output = "inherit" } = {}) {
  const started = performance.now();
  /** @type {Buffer[]} */
  const kept = [];
  return new Promise((resolve, reject) => {
    const pipe = output === "inherit" ? "inherit" : "pipe";
    // No standard input: a program that asks a question fails at once instead of waiting for an answer.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", pipe, pipe],
    });
    child.stdout?.on("data", (chunk) => {
      kept.push(chunk);
      if (output === "echo") process.stdout.write(chunk);
    });
    child.stderr?.on("data", (chunk) => {
      if (output === "echo") process.stderr.write(chunk);
      else kept.push(chunk);
    });
    child.once("error", (cause) => {
      const missing = "code" in cause && cause.code === "ENOENT";
      reject(
        new Failure(
          missing ? `${command} was not found in PATH.` : `${command} does not start: ${cause.message}.`,
        ),
      );
    });
    child.once("close", (code) => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ code: code ?? 1, output: Buffer.concat(kept).toString("utf8"), seconds });
    });
  });
}

/**
 * Runs a program that has to succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ output: string, seconds: number }>}
 * @throws {Failure} naming the command and the end of its output, when it does not end with exit code 0
 */
export async function mustRun(command, args, options) {
  const { code, output, seconds } = await run(command, args, options);
  if (code === 0) return { output, seconds };
  const sentence = `\`${[command, ...args].join(" ")}\` ended with exit code ${code}`;
  // What was not captured stands on the screen, right above the sentence.
  throw new Failure(
    output === "" || options?.output !== "capture" ? `${sentence}.` : `${sentence}:\n${excerpt(output)}`,
  );
}

/**
 * The beginning, where npm says what is wrong, and the end, where most others do.
 * @param {string} output
 */
function excerpt(output) {
  const lines = output.trimEnd().split("\n");
  const shown = lines.length <= 30 ? lines : [...lines.slice(0, 10), "…", ...lines.slice(-19)];
  return shown.map((line) => `  ${line}`).join("\n");
}

/**
 * Runs a tool: a `Failure` ends it with its sentence and exit code 1, a mistake in the tool itself with its stack.
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

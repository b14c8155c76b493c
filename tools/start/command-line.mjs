// Runs the command line as it was built, and shows what is typed and what is printed.
// @ts-check
import { spawn } from "node:child_process";
import { root } from "../run.mjs";

/**
 * @typedef {object} Stream
 * @property {boolean} [isTTY]
 * @property {(text: string) => unknown} write
 */

/**
 * Runs one command line; what it prints on standard output is given too, if it is kept.
 * @callback Run
 * @param {readonly string[]} args
 * @param {{ keeps?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */

/**
 * @param {Stream} stream where all of it is shown; a terminal is handed to the program itself
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Run}
 */
export function commandLine(stream, env) {
  return (args, { keeps = false } = {}) => {
    stream.write(`$ sfs-turbo-tasks ${args.join(" ")}\n`);
    const [out, error] = stream.isTTY ? [keeps ? "pipe" : "inherit", "inherit"] : ["pipe", "pipe"];
    const child = spawn(process.execPath, [`${root}dist/command-line/main.js`, ...args], {
      env,
      stdio: ["ignore", /** @type {"pipe"} */ (out), /** @type {"pipe"} */ (error)],
    });
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr?.setEncoding("utf8").on("data", (text) => stream.write(text));
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => {
        // At the end: nobody could tell in which order two pipes were written to.
        stream.write(output);
        resolve({ code: code ?? 1, output });
      });
    });
  };
}

// Runs the built command line, and shows the command and its output.
// @ts-check
import { spawn } from "node:child_process";
import { root } from "../run.mjs";

/**
 * @typedef {object} Stream
 * @property {boolean} [isTTY]
 * @property {(text: string) => unknown} write
 */

/**
 * Runs one command line; its standard output is returned too, on request.
 * @callback Run
 * @param {readonly string[]} args
 * @param {{ keeps?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */

/**
 * @param {Stream} stream where everything is shown; the program itself gets a terminal
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
        // At the end: the order of writes to two pipes cannot be known.
        stream.write(output);
        resolve({ code: code ?? 1, output });
      });
    });
  };
}

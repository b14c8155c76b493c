// Runs the built command line as a child process: with pipes, or on a pseudo-terminal of util-linux's `script`.
// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../package/folders.mjs";
import { checkout } from "../package/program.mjs";

export const main = join(checkout, "dist/command-line/main.js");

if (!existsSync(main)) throw new Error("dist is not built: run npm run build.");

/** Only the variables that a program needs to start: none of the machine's signs in, decides on colours, or finds a profile. */
const { PATH } = process.env;
const home = temporaryFolder("command-line-home");
const base = { PATH, HOME: home, USERPROFILE: home, TZ: "UTC", LANG: "C.UTF-8", TERM: "xterm-256color" };

/** Milliseconds, far longer than any of them takes: a program that hangs is a failure. */
const DEADLINE = 60_000;

/**
 * @typedef {object} Options
 * @property {Record<string, string | undefined>} [env] added to an environment without this machine's variables
 * @property {string} [input] the content of standard input; empty by default
 * @property {string} [cwd]
 * @property {string} [program] default: the built one
 */

/** @typedef {{ code: number | null, stdout: string, stderr: string }} Ended */

/**
 * A started child process, its output until now, and its end.
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export function start(args, { env = {}, input, cwd, program = main } = {}) {
  return watched(
    spawn(process.execPath, [program, ...args], { env: { ...base, ...env }, cwd, stdio: "pipe" }),
    input ?? "",
  );
}

/** Runs it to its end. @param {readonly string[]} args @param {Options} [options] @returns {Promise<Ended>} */
export function run(args, options) {
  return start(args, options).ended;
}

/**
 * Starts it on a pseudo-terminal. All of its output arrives as `stdout`, as a terminal gets it.
 * @param {readonly string[]} args
 * @param {Options & { columns?: number, before?: string }} [options] `before`: what the shell does before the program takes its place
 */
export function startOnTerminal(args, { env = {}, columns = 80, before = "" } = {}) {
  mustHaveScript();
  const words = [process.execPath, main, ...args]
    .map((word) => `'${word.replaceAll("'", "'\\''")}'`)
    .join(" ");
  const command = `stty rows 24 cols ${columns} -echo; ${before} exec ${words}`;
  // `script` forwards typed keys as soon as the shell has set up the terminal.
  const child = spawn("script", ["-qfec", command, "/dev/null"], {
    env: { ...base, SHELL: "/bin/sh", ...env },
    stdio: "pipe",
  });
  return watched(child, undefined);
}

/** Runs it on a pseudo-terminal to its end. @param {readonly string[]} args @param {Parameters<typeof startOnTerminal>[1]} [options] */
export function runOnTerminal(args, options) {
  return startOnTerminal(args, options).ended;
}

/** @param {import("node:child_process").ChildProcessWithoutNullStreams} child @param {string | undefined} input */
function watched(child, input) {
  let [stdout, stderr] = ["", ""];
  /** @type {Set<() => void>} */
  const looks = new Set();
  const add = (/** @type {"out" | "err"} */ to) => (/** @type {string} */ text) => {
    if (to === "out") stdout += text;
    else stderr += text;
    for (const look of looks) look();
  };
  child.stdout.setEncoding("utf8").on("data", add("out"));
  child.stderr.setEncoding("utf8").on("data", add("err"));
  child.stdin.on("error", () => {});
  if (input !== undefined) child.stdin.end(input);
  const timer = setTimeout(() => child.kill("SIGKILL"), DEADLINE);
  /** @type {Promise<Ended>} */
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      if (code === null) reject(new Error(`${child.spawnargs.join(" ")} hangs:\n${stdout}${stderr}`));
      else resolve({ code, stdout, stderr });
    });
  });
  ended.catch(() => {});
  return {
    child,
    ended,
    /** Types keys. @param {string} keys */
    type: (keys) => child.stdin.write(keys),
    /** Settles with the whole output as soon as it contains this. @param {string | RegExp} what @returns {Promise<string>} */
    printed: (what) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const all = stdout + stderr;
          if (typeof what === "string" ? !all.includes(what) : !what.test(all)) return;
          looks.delete(look);
          resolve(all);
        };
        looks.add(look);
        look();
        ended.then(({ code }) => reject(new Error(`it ended with ${code}:\n${stdout}${stderr}`)), reject);
      }),
  };
}

/** A skipped test proves nothing: without a pseudo-terminal the tests fail, and say what to install. */
function mustHaveScript() {
  const { stdout, error } = spawnSync("script", ["--version"], { encoding: "utf8" });
  if (!error && stdout.includes("util-linux")) return;
  throw new Error(
    "These tests need the program `script` of util-linux: apt-get install bsdutils, dnf install util-linux-script, apk add util-linux-misc; on macOS brew install util-linux, and put it into PATH.",
  );
}

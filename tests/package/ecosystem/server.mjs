// Starts a consumer's own server, such as a bundler's development server, and stops it with all its child processes.
// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";

// Far longer than any of them takes, so a slow machine changes nothing: only a server that never starts reaches it.
const DEADLINE = 180_000;

/**
 * @typedef {object} Server
 * @property {string} url the address that the pattern's first group matched, without a slash at its end
 * @property {() => string} output all that it printed so far
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, ready: RegExp }} options `ready` finds the address in what it prints
 * @returns {Promise<Server>} once it says where it listens
 */
export async function startServer(command, args, { cwd, env = {}, ready }) {
  // Its own process group: a server may have started others, and all of them have to end with it.
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: undefined, NODE_TEST_CONTEXT: undefined, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const closed = once(child, "close");
  const stop = async () => {
    kill(child.pid);
    await closed;
  };
  try {
    const url = await new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ what) =>
        reject(new Error(`${command} ${args.join(" ")} ${what}:\n${output}`));
      const timer = setTimeout(fail, DEADLINE, "says nowhere that it listens");
      const read = (/** @type {Buffer} */ chunk) => {
        output += chunk;
        const [, found] = ready.exec(output) ?? [];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found.replace(/\/$/, ""));
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("close", (code) => {
        clearTimeout(timer);
        fail(`ended with ${code}`);
      });
    });
    return { url, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {number | undefined} pid */
function kill(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

// A server on this machine in its own process, so it takes no time from the measured process.
// @ts-check
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("server-program.mjs", import.meta.url));

/**
 * Serves the fixed answers, and a folder.
 * @param {string} [folder] pages; none by default
 * @returns {Promise<{ endpoint: string, close: () => Promise<void> }>}
 */
export async function startServer(folder) {
  const child = fork(program, folder === undefined ? [] : [folder]);
  const [port] = await once(child, "message");
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

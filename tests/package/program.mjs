// Runs a program to its end as a user does, or ends it: a consumer that hangs is a failure, not a long test.
// @ts-check
import { root, run } from "../../tools/run.mjs";

/** The root of the checkout. Its node_modules has the compilers and bundlers, so no consumer downloads them. */
export const checkout = root;

// Far longer than any of them takes, including the download of a runtime, so only a program that hangs reaches it; and
// below the ten minutes that `npm test` gives a file.
const DEADLINE = 540_000;

/**
 * @typedef {object} Ended
 * @property {number | null} code `null` for a program that a signal ended
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program, whatever its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, deadline?: number }} [options] `env` is added to this
 *   process's own, and `undefined` removes a variable
 * @returns {Promise<Ended>} rejected, with all that the program printed, when it does not end by itself
 */
export async function runProgram(command, args, { cwd = checkout, env = {}, deadline = DEADLINE } = {}) {
  const ended = await run(command, args, { cwd, env: environment(env), output: "capture", deadline });
  const { code, signal, hung, stdout, stderr } = ended;
  if (hung) throw new Error(`${command} ${args.join(" ")} hangs; it printed:\n${stdout}${stderr}`);
  return { code: signal === null ? code : null, stdout, stderr };
}

/**
 * Runs a program that has to succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof runProgram>[2]} [options]
 */
export async function mustRun(command, args, options) {
  const ended = await runProgram(command, args, options);
  if (ended.code === 0) return ended;
  throw new Error(`${command} ${args.join(" ")} ended with ${ended.code}:\n${ended.stdout}${ended.stderr}`);
}

/** @param {Record<string, string | undefined>} changes */
function environment(changes) {
  // Without the settings of the test runner and of its caller, a program starts as it does for its user.
  const unset = { NODE_OPTIONS: undefined, NODE_TEST_CONTEXT: undefined, NODE_ENV: undefined };
  // Colours would split the text that a test searches for.
  return { ...process.env, ...unset, FORCE_COLOR: undefined, NO_COLOR: "1", ...changes };
}

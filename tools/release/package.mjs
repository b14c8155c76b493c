// The tarball as the registry and its users see it: the results of the tests in tests/package/publish.test.mjs, a line for each.
// @ts-check
import { Failure, run } from "../run.mjs";

/** @type {readonly import("./checks.mjs").Check[]} */
export const checkPackage = [
  { name: "contents of the tarball", run: () => passes("the tarball holds what a user needs") },
  { name: "entries for old resolvers", run: () => passes("each entry is found where") },
  { name: "unpacked size", run: () => passes("it stays within its unpacked size") },
  { name: "no dependencies", run: () => passes("installing it installs nothing else") },
  { name: "publint", run: () => passes("publint has nothing to say") },
  { name: "attw", run: () => passes("TypeScript finds the right definitions") },
];

/** @param {string} test how its name begins */
async function passes(test) {
  const args = [`--test-name-pattern=^${test}`, "--test-reporter=tap", "tests/package/publish.test.mjs"];
  const { code, stdout } = await run(process.execPath, ["--test", ...args], { output: "capture" });
  // A pattern that matches no test would pass.
  if (!new RegExp(`^ *(?:not )?ok \\d+ - ${test}`, "m").test(stdout))
    throw new Failure(`no test is named "${test}"`);
  if (code !== 0) throw new Failure(`\n${stdout.trimEnd()}`);
  return "";
}

// What waits and watches leave behind: no timer, no memory, and a process that lives exactly as long as they do.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { mustRun } from "./program.mjs";
import { installTarball } from "./tarball.mjs";

/** Milliseconds; a script that a timer keeps alive would take 25 days. */
const AT_ONCE = 30_000;
const LOOKS = 10_000;

/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball("polls");
});

const ENDINGS = {
  "a pause, and success": "SUCCESS",
  "success at once": "SUCCESS",
  failure: "CLIENT.TASK_FAILED",
  "an abort in a pause": "enough",
  "an abort of a silent request": "enough",
  "a callback that throws": "enough",
  "a loop that is left": "DOING",
  "a watch that is given up in a pause": true,
  "a list that is left": "DOING",
};

for (const [ending, outcome] of Object.entries(ENDINGS)) {
  test(`a script lives until then, and ends at once after: ${ending}`, async () => {
    const { stdout, stderr } = await mustRun(process.execPath, ["poll-ending.mjs", ending], {
      cwd: folder,
      deadline: AT_ONCE,
    });
    assert.equal(stderr, "");
    assert.deepEqual(JSON.parse(stdout), { outcome, timers: [] });
  });
}

/** Bytes: some hundred objects of the engine itself. A look that left anything would leave several times as much. */
const FLAT = 256 * 1024;

for (const [what, name] of Object.entries({ task: "waitForTask", tasks: "watchTasks" })) {
  test(`${LOOKS} looks of ${name}, with refusals, failures and new tokens, leak no memory`, async (t) => {
    const args = ["--expose-gc", "poll-memory.mjs", what, "3000", `${LOOKS}`];
    const { stdout } = await mustRun(process.execPath, args, { cwd: folder });
    const { looks, grown, hours } = JSON.parse(stdout);
    assert.equal(looks, LOOKS + 3_000);
    assert.ok(hours > 24, "time has passed");
    assert.ok(grown < FLAT, `${grown} bytes`);
    t.diagnostic(`${grown} bytes in ${hours} hours`);
  });
}

// A trap in the core, forced in a build that is never published: every call settles, and the next one works.
// @ts-check
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startBrowser } from "./browser.mjs";
import { temporaryFolder } from "./folders.mjs";
import { servePages } from "./pages.mjs";
import { checkout, mustRun } from "./program.mjs";
import { importInstalled, installTarball, packTarball } from "./tarball.mjs";

const TASK = { status: "DOING" };

/** @param {number} attempts */
const trapped = (attempts) => ({
  typed: true,
  kind: "runtime",
  errCode: "CLIENT.RUNTIME",
  attempts,
  httpStatus: null,
  retryable: false,
  cause: "RuntimeError",
  told: false,
});

/** @type {string} */
let folder;

before(async () => {
  await mustRun(process.execPath, ["tools/build-trap.mjs"]);
  folder = temporaryFolder("trap");
  cpSync(fileURLToPath(new URL("consumers/trap", import.meta.url)), folder, { recursive: true });
  cpSync(join(checkout, "target/trap"), join(folder, "trap"), { recursive: true });
  cpSync(join(checkout, "package.json"), join(folder, "trap/package.json"));
});

const RUNTIMES = {
  async Node() {
    const { stdout, stderr } = await mustRun(process.execPath, ["trap-in-node.mjs"], { cwd: folder });
    assert.equal(stderr, "");
    const { timers, ...report } = JSON.parse(stdout);
    assert.deepEqual(timers, [], "no timer is left");
    return report;
  },
  async Chromium() {
    const pages = await servePages(folder);
    const browser = await startBrowser();
    try {
      return (await browser.visit(`${pages.origin}/trap.html`)).report;
    } finally {
      await Promise.all([browser.close(), pages.close()]);
    }
  },
};

for (const [runtime, run] of Object.entries(RUNTIMES)) {
  describe(`in ${runtime}`, () => {
    /** @type {any} */
    let report;

    before(async () => {
      report = await run();
      assert.equal(report.failure, undefined);
    });

    test("a trap before the request rejects the call with kind runtime, and nothing was sent", () => {
      assert.deepEqual(report.first, trapped(0));
    });

    test("a trap after the answer rejects the call with kind runtime", () => {
      assert.deepEqual(report.afterAnswer, trapped(1));
    });

    test("the call after a trap works, however many there were", () => {
      assert.deepEqual([report.next, report.last], [TASK, TASK]);
      assert.deepEqual(report.many, Array(20).fill("runtime"));
    });

    test("a trapped call settles before anything else runs", () => {
      assert.deepEqual([report.outcome, report.turnsUntil], [trapped(0), 0]);
    });

    test("calls that wait at the same time are unaffected: for an answer, for a token, in a pause", () => {
      assert.deepEqual(report.besideOutcomes, [TASK, TASK, TASK, TASK]);
      assert.deepEqual(report.aborted, [false, false]);
    });

    test("calls made together with it get their tasks", () => {
      assert.deepEqual(report.together, [TASK, trapped(0), TASK, trapped(1), TASK]);
    });

    for (const name of ["deleteTask", "waitForTask", "watchTask"]) {
      test(`${name} rejects with kind runtime after a trap of its own, and continues after a trap of another call`, () => {
        const beside = name === "deleteTask" ? "done" : "SUCCESS";
        assert.deepEqual(report.others[name], { first: trapped(0), afterAnswer: trapped(1), beside });
      });
    }

    test("a start that traps fails its own call, and the next call starts the core again", () => {
      assert.deepEqual(report.starts, ["runtime", TASK.status, TASK.status]);
    });

    test("no error escapes from it", () => assert.deepEqual(report.escaped, []));
  });
}

test("the published package has no such trap", async () => {
  const { contents } = await packTarball();
  assert.deepEqual(
    contents.filter((path) => path.includes("trap")),
    [],
  );
  const { getTask } = await importInstalled(await installTarball());
  const usual = { endpoint: "https://sfs.example", projectId: "p", shareId: "s", token: "MIIEtoken" };
  for (const taskId of ["trap", "trap-after-answer"]) {
    const fetch = async () => new Response('{"task_id":"t","status":"DOING"}');
    assert.equal((await getTask({ ...usual, taskId, fetch })).status, "DOING");
  }
});

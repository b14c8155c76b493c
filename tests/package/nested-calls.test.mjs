// Calls that are made during another call, from its own functions: each settles.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { replacing } from "./replacing.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const good = { projectId: "p", shareId: "s", taskId: "t", token: "MIIEtoken" };

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

describe("a call that is made inside another", () => {
  const usual = { endpoint: "https://x.example", ...good };
  const answer = async () => new Response('{"task_id":"t","status":"DOING"}');

  test("by its fetch settles, and so does the other", async () => {
    /** @type {any} */
    let inner;
    const outer = await sfsTurboTasks.getTask({
      ...usual,
      fetch() {
        inner = sfsTurboTasks.getTask({ ...usual, fetch: answer });
        return answer();
      },
    });
    assert.deepEqual([outer.status, (await inner).status], ["DOING", "DOING"]);
  });

  test("by its token function, with that same function, does not wait for itself", async () => {
    let depth = 0;
    const token = async () => {
      depth += 1;
      if (depth < 3) await sfsTurboTasks.getTask({ ...usual, token, fetch: answer });
      return "MIIEtoken";
    };
    assert.equal((await sfsTurboTasks.getTask({ ...usual, token, fetch: answer })).status, "DOING");
    assert.equal(depth, 3);
  });

  test("by a URL object of other code, while an endpoint is read, settles, and so does the other", async () => {
    const { URL: RealURL } = globalThis;
    let asked = false;
    /** @type {any} */
    let inner;
    class AskingURL extends RealURL {
      /** @param {string} url @param {string} [base] */
      constructor(url, base) {
        super(url, base);
        if (asked) return;
        asked = true;
        inner = sfsTurboTasks.getTask({ ...usual, endpoint: "https://z.example", fetch: answer });
      }
    }
    const outer = await replacing("URL", AskingURL, () => sfsTurboTasks.getTask({ ...usual, fetch: answer }));
    assert.deepEqual([outer.status, (await inner).status], ["DOING", "DOING"]);
  });

  test("while it is given up settles", async () => {
    const controller = new AbortController();
    /** @type {any} */
    let inner;
    const outer = sfsTurboTasks.getTask({
      ...usual,
      signal: controller.signal,
      fetch(/** @type {string} */ _, /** @type {RequestInit} */ { signal }) {
        signal?.addEventListener("abort", () => {
          inner = sfsTurboTasks.getTask({ ...usual, fetch: answer });
        });
        setTimeout(() => controller.abort("enough"), 5);
        return new Promise(() => {});
      },
    });
    assert.equal(await outer.catch((/** @type {unknown} */ reason) => reason), "enough");
    assert.equal((await inner).status, "DOING");
  });
});

// Foreign signals: whatever one does, its call settles, and no other call is affected.
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

describe("a foreign signal", () => {
  const usual = { endpoint: "https://x.example", ...good };
  const answer = () => new Response('{"task_id":"t","status":"DOING"}');
  const later = () => new Promise((resolve) => setTimeout(() => resolve(answer()), 50));
  /** @param {object} changes @returns {any} */
  const signalWith = (changes) =>
    Object.defineProperties(
      { aborted: false, addEventListener() {}, removeEventListener() {} },
      Object.getOwnPropertyDescriptors(changes),
    );
  const raise = () => {
    throw new Error("not now");
  };

  test("whose removeEventListener throws changes nothing, not even for another call at the same time", async () => {
    const beside = sfsTurboTasks.getTask({ ...usual, fetch: later });
    const signal = signalWith({ removeEventListener: raise });
    assert.equal((await sfsTurboTasks.getTask({ ...usual, signal, fetch: answer })).status, "DOING");
    assert.equal((await beside).status, "DOING");
  });

  test("whose addEventListener throws is refused by name", async () => {
    const signal = signalWith({ addEventListener: raise });
    const error = await sfsTurboTasks
      .getTask({ ...usual, signal, fetch: answer })
      .catch((/** @type {any} */ e) => e);
    assert.deepEqual(
      [error.kind, error.field, error.message, String(error.cause)],
      [
        "invalid-request",
        "signal",
        "getTask: signal cannot be listened to: its addEventListener throws",
        "Error: not now",
      ],
    );
  });

  test("whose addEventListener throws the token is refused without it", async () => {
    const throwing = () => {
      throw new Error(`no listener for ${usual.token}`);
    };
    const signal = signalWith({ addEventListener: throwing });
    const error = await sfsTurboTasks
      .getTask({ ...usual, signal, fetch: answer })
      .catch((/** @type {any} */ e) => e);
    assert.deepEqual([error.field, String(error.cause)], ["signal", "Error: no listener for [token]"]);
  });

  test("whose reason cannot be read ends the call as an abort", async () => {
    /** @type {() => void} */
    let listener = raise;
    const signal = signalWith({
      addEventListener(/** @type {string} */ _, /** @type {() => void} */ added) {
        listener = added;
      },
      get reason() {
        return raise();
      },
    });
    const call = sfsTurboTasks.getTask({ ...usual, signal, fetch: later });
    setTimeout(() => {
      signal.aborted = true;
      listener();
    }, 5);
    await assert.rejects(call, { name: "AbortError" });
  });

  test("without a reason ends the call as an abort, also where there is no DOMException", async () => {
    const signal = { ...signalWith({}), aborted: true, reason: undefined };
    for (const value of [DOMException, undefined]) {
      const error = await replacing("DOMException", value, () =>
        sfsTurboTasks.getTask({ ...usual, signal, fetch: answer }).catch((/** @type {any} */ e) => e),
      );
      assert.deepEqual([error.name, error.message], ["AbortError", "This operation was aborted"]);
      assert.equal(error.constructor, value ?? Error);
    }
  });
});

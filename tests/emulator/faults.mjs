// Faults in memory: they have to look like real faults of fetch.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  ask,
  bodyOf,
  createEmulator,
  DOCUMENTED_TASK,
  documentedTask,
  headersOf,
  pathOf,
  replaceGlobal,
  withClock,
} from "./known.mjs";

/** @typedef {import("./known.mjs").Fault} Fault */

/** It returns names in the case in which they were set. */
class CaseKeepingHeaders extends Headers {
  /** @type {Map<string, string>} */
  #names = new Map();

  /**
   * @override
   * @param {string} name
   * @param {string} value
   */
  set(name, value) {
    super.set(name, value);
    this.#names.set(name.toLowerCase(), name);
  }

  /**
   * @override
   * @returns {HeadersIterator<[string, string]>}
   */
  *[Symbol.iterator]() {
    for (const [name, value] of super.entries()) yield [this.#names.get(name) ?? name, value];
  }
}

describe("faults in memory", () => {
  test("apply to the next requests, in order, as often as set", async () => {
    const emulator = createEmulator();
    emulator.misbehave({ status: 500 }, { times: 2 });
    emulator.misbehave({ status: 429, headers: { "Retry-After": "3" }, body: "slow down" });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask(emulator)).status);
    assert.deepEqual(statuses, [500, 500, 429, 200]);
    assert.equal(emulator.requests.length, 4);
  });

  test("name headers in any case, even if Headers keeps the case, as happy-dom's does", async (context) => {
    const emulator = createEmulator();
    replaceGlobal(context, "Headers", CaseKeepingHeaders);
    emulator.misbehave({ headers: { "X-Request-Id": "", "Retry-After": "3" } });
    const { headers } = await ask(emulator);
    assert.deepEqual([headers.get("x-request-id"), headers.get("retry-after")], [null, "3"]);
  });

  test("with only a status have an empty body, and with only a body the usual status", async () => {
    const emulator = createEmulator();
    emulator.misbehave({ status: 502 });
    emulator.misbehave({ body: new Uint8Array([0xef, 0xbb, 0xbf, 0xff, 0]) });
    emulator.misbehave({ body: "" });
    emulator.misbehave({ status: 204 });
    const [status, body, empty, bodiless] = [
      await ask(emulator),
      await ask(emulator),
      await ask(emulator),
      await ask(emulator),
    ];
    assert.deepEqual([status.status, await status.text()], [502, ""]);
    assert.deepEqual(
      [body.status, [...new Uint8Array(await body.arrayBuffer())]],
      [200, [239, 187, 191, 255, 0]],
    );
    assert.deepEqual([empty.status, await empty.text()], [200, ""]);
    assert.deepEqual(
      [bodiless.status, bodiless.body, bodiless.headers.get("content-type")],
      [204, null, null],
    );
  });

  test("replace usual headers, and an empty value omits one", async () => {
    const emulator = createEmulator();
    emulator.misbehave({
      headers: {
        "X-Request-Id": "",
        "Content-Type": "text/html",
        "Access-Control-Expose-Headers": "",
        "X-New": "1",
      },
    });
    emulator.misbehave({ headers: { "x-request-id": "mine" } });
    assert.deepEqual(headersOf(await ask(emulator)), {
      "access-control-allow-origin": "*",
      "content-type": "text/html",
      "x-new": "1",
    });
    assert.equal((await ask(emulator)).headers.get("x-request-id"), "mine");
  });

  test("are not changed by later changes of the caller's objects", async () => {
    const emulator = createEmulator();
    const fault = { status: 500, headers: { "x-mark": "old" }, body: new Uint8Array([65]) };
    emulator.misbehave(fault);
    fault.status = 200;
    fault.headers["x-mark"] = "new";
    fault.body[0] = 66;
    const response = await ask(emulator);
    assert.deepEqual(
      [response.status, response.headers.get("x-mark"), await response.text()],
      [500, "old", "A"],
    );
  });

  test("a delayed answer has the state of the moment when it is sent", async () => {
    const { clock, emulator } = withClock();
    const task = emulator.addTask({ duration: 1000 });
    emulator.misbehave({ delay: 1 });
    const late = ask(emulator, task);
    clock.time += 1000;
    assert.equal((await (await late).json()).status, "SUCCESS");
  });

  test("a body in chunks arrives whole", async () => {
    const emulator = createEmulator();
    emulator.misbehave({ chunkSize: 100, chunkDelay: 1 });
    const sizes = [];
    let text = "";
    for await (const piece of bodyOf(await ask(emulator))) {
      sizes.push(piece.length);
      text += new TextDecoder().decode(piece);
    }
    assert.equal(text, DOCUMENTED_TASK);
    assert.deepEqual(sizes, [100, 100, 100, DOCUMENTED_TASK.length - 300]);
  });

  test("a body cut off gives its first bytes and then a TypeError, as fetch does", async () => {
    const emulator = createEmulator();
    for (const [cutOff, received] of /** @type {const} */ ([
      [0, 0],
      [10, 10],
      [1e6, DOCUMENTED_TASK.length],
    ])) {
      emulator.misbehave({ cutOff, chunkSize: 4 }, { times: 2 });
      const response = await ask(emulator);
      assert.equal(response.status, 200);
      let text = "";
      await assert.rejects(
        async () => {
          for await (const piece of bodyOf(response)) text += new TextDecoder().decode(piece);
        },
        new TypeError("terminated", {
          cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
        }),
      );
      assert.equal(text, DOCUMENTED_TASK.slice(0, received));
      await assert.rejects((await ask(emulator)).json(), TypeError);
    }
  });

  test("a broken connection rejects as fetch does, and the request has been seen", async () => {
    const emulator = createEmulator();
    emulator.misbehave({ reject: "network", delay: 1 });
    await assert.rejects(ask(emulator), { name: "TypeError", message: "fetch failed" });
    assert.equal(emulator.requests.length, 1);
  });

  test("a redirect is returned, but rejects for a caller that refuses redirects", async () => {
    const emulator = createEmulator();
    const location = "https://elsewhere.invalid/";
    emulator.misbehave({ status: 307, headers: { location } }, { times: 3 });
    for (const redirect of /** @type {const} */ (["manual", "follow"])) {
      const response = await ask(emulator, documentedTask, { redirect });
      assert.deepEqual([response.status, response.headers.get("location")], [307, location]);
    }
    await assert.rejects(ask(emulator, documentedTask, { redirect: "error" }), { message: "fetch failed" });
    assert.equal(emulator.requests.length, 3);
  });

  test("an aborted signal rejects with its own reason: before, during a delay, while hanging, and in the body", async () => {
    const emulator = createEmulator();
    const reason = { any: "value" };
    await assert.rejects(
      ask(emulator, documentedTask, { signal: AbortSignal.abort(reason) }),
      (e) => e === reason,
    );
    assert.equal(emulator.requests.length, 0, "fetch sends nothing for a signal that is aborted already");

    for (const fault of /** @type {Fault[]} */ ([{ delay: 1e9 }, { hang: "headers" }])) {
      for (const asRequest of [false, true]) {
        const controller = new AbortController();
        emulator.misbehave(fault);
        const url = `${emulator.endpoint}${pathOf(documentedTask)}`;
        const init = { signal: controller.signal };
        const answer = asRequest ? emulator.fetch(new Request(url, init)) : emulator.fetch(url, init);
        await nextTurn();
        controller.abort(reason);
        await assert.rejects(answer, (e) => e === reason);
      }
    }
    /** @type {[fault: Fault, received: number][]} */
    const inBody = [
      [{ hang: "body" }, 0],
      [{ hang: 7 }, 7],
      [{ hang: 1e6 }, DOCUMENTED_TASK.length],
      [{ chunkSize: 7, chunkDelay: 1e9 }, 7],
    ];
    for (const [fault, received] of inBody) {
      const controller = new AbortController();
      emulator.misbehave(fault);
      const response = await ask(emulator, documentedTask, { signal: controller.signal });
      const reader = bodyOf(response).getReader();
      if (received > 0) assert.equal((await reader.read()).value?.length, received);
      const next = reader.read();
      await nextTurn();
      controller.abort(reason);
      await assert.rejects(next, (e) => e === reason);
    }
  });

  test("a call that hangs survives a garbage collection, so its signal can still end it", async () => {
    setFlagsFromString("--expose-gc");
    const collectGarbage = runInNewContext("gc");
    const emulator = createEmulator();
    const controller = new AbortController();
    emulator.misbehave({ hang: "headers" });
    emulator.misbehave({ hang: "body" });
    const init = { signal: controller.signal };
    const ends = [1, 2].map(async () => {
      const response = await emulator.fetch(new Request(emulator.endpoint, init));
      await response.text();
    });
    const ended = Promise.allSettled(ends);
    await nextTurn();
    collectGarbage();
    await nextTurn();
    controller.abort("stop");
    assert.deepEqual(await ended, [
      { status: "rejected", reason: "stop" },
      { status: "rejected", reason: "stop" },
    ]);
  });

  test("a body stops when its reader cancels, and no listener or timer is left", async () => {
    const emulator = createEmulator();
    const controller = new AbortController();
    const { signal } = controller;
    const listeners = { added: 0, removed: 0 };
    for (const [method, counter] of /** @type {const} */ ([
      ["addEventListener", "added"],
      ["removeEventListener", "removed"],
    ])) {
      const original = signal[method];
      signal[method] = (/** @type {Parameters<AbortSignal["addEventListener"]>} */ ...given) => {
        listeners[counter] += 1;
        return original.apply(signal, given);
      };
    }
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const timersBefore = timers();
    emulator.misbehave({ hang: 5 });
    emulator.misbehave({ chunkSize: 5, chunkDelay: 1e9 });
    for (let count = 0; count < 2; count += 1) {
      const reader = bodyOf(await ask(emulator, documentedTask, { signal })).getReader();
      assert.equal((await reader.read()).value?.length, 5);
      const next = reader.read();
      await nextTurn();
      await reader.cancel();
      assert.equal((await next).done, true);
    }
    for (let count = 0; count < 100; count += 1)
      await (await ask(emulator, documentedTask, { signal })).text();
    assert.equal(listeners.added, 2);
    assert.equal(listeners.removed, 2);
    assert.equal(timers(), timersBefore);
  });
});

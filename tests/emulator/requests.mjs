// The record of a request, and the ways to make one.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { ask, createEmulator, DOCUMENTED_TASK, documentedTask, pathOf } from "./known.mjs";

describe("requests", () => {
  test("are recorded as sent: method, raw path, query, headers by lower-case name, body", async () => {
    const emulator = createEmulator();
    await emulator.fetch(`https://user.example.invalid:8443/a%2fb/%7Ec?x=%20&y#z`, {
      method: "POST",
      headers: { "X-Auth-Token": "secret", Accept: "*/*", "Content-Type": "text/x" },
      body: '{ "ä": 1 }',
    });
    await emulator.fetch(new URL("https://one.invalid"));
    await emulator.fetch(new Request("https://two.invalid/?"));
    assert.deepEqual(emulator.requests, [
      {
        method: "POST",
        path: "/a%2fb/%7Ec",
        query: "x=%20&y",
        headers: { accept: "*/*", "content-type": "text/x", "x-auth-token": "secret" },
        body: '{ "ä": 1 }',
        requestId: "e5f00000000000000000000000000001",
      },
      {
        method: "GET",
        path: "/",
        query: "",
        headers: {},
        body: "",
        requestId: "e5f00000000000000000000000000002",
      },
      {
        method: "GET",
        path: "/",
        query: "",
        headers: {},
        body: "",
        requestId: "e5f00000000000000000000000000003",
      },
    ]);
  });

  test("may be a Request, a URL or a text, through a fetch that is detached from the emulator", async () => {
    const { fetch, endpoint, token, projectId } = createEmulator();
    const url = `${endpoint}${pathOf(documentedTask, projectId)}`;
    const headers = { "X-Auth-Token": token };
    const answers = [
      await fetch(url, { headers }),
      await fetch(new URL(url), { headers }),
      await fetch(new Request(url, { headers })),
      await fetch(new Request(url), { headers }),
    ];
    for (const response of answers) assert.equal(await response.text(), DOCUMENTED_TASK);
  });

  test("carry Content-Type without a body, and the record shows it", async () => {
    const emulator = createEmulator();
    const headers = { "Content-Type": "application/json", "X-Auth-Token": emulator.token };
    assert.equal((await ask(emulator, documentedTask, { headers })).status, 200);
    assert.deepEqual(emulator.requests[0]?.headers, {
      "content-type": "application/json",
      "x-auth-token": emulator.token,
    });
  });

  test("may have headers that keep the case of their names, as happy-dom's do", async () => {
    const emulator = createEmulator();
    /** @type {unknown} */
    const request = {
      method: "GET",
      url: `${emulator.endpoint}${pathOf(documentedTask)}`,
      headers: new Map([
        ["X-Auth-Token", emulator.token],
        ["Content-Type", "application/json"],
      ]),
      signal: new AbortController().signal,
    };
    const response = await emulator.fetch(/** @type {Request} */ (request));
    assert.equal(await response.text(), DOCUMENTED_TASK);
    assert.deepEqual(Object.keys(emulator.requests[0]?.headers ?? {}), ["x-auth-token", "content-type"]);
  });

  test("may have any kind of body that fetch accepts, and a Request's own", async () => {
    const emulator = createEmulator();
    const bytes = new TextEncoder().encode("{}");
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    for (const body of ["{}", bytes, new Blob(["{}"]), stream]) {
      const init = { method: "POST", body, duplex: "half" };
      await emulator.fetch(emulator.endpoint, init);
    }
    await emulator.fetch(new Request(emulator.endpoint, { method: "DELETE", body: "{}" }));
    assert.deepEqual(
      emulator.requests.map(({ body }) => body),
      ["{}", "{}", "{}", "{}", "{}"],
    );
  });

  test("whose body breaks reject with a TypeError that has the reason, and leave no record", async () => {
    const emulator = createEmulator();
    const reason = new Error("disk full");
    const body = new ReadableStream({ pull: (controller) => controller.error(reason) });
    const init = { method: "POST", body, duplex: "half" };
    const answer = emulator.fetch(emulator.endpoint, init);
    await assert.rejects(answer, new TypeError("fetch failed", { cause: reason }));
    assert.equal(emulator.requests.length, 0);
  });

  test("whose body never ends are ended by their signal, with its reason", async () => {
    const emulator = createEmulator();
    for (const asRequest of [false, true]) {
      const controller = new AbortController();
      const body = new ReadableStream();
      const init = { method: "POST", body, duplex: "half", signal: controller.signal };
      const { endpoint } = emulator;
      const answer = asRequest ? emulator.fetch(new Request(endpoint, init)) : emulator.fetch(endpoint, init);
      await nextTurn();
      controller.abort("enough");
      await assert.rejects(answer, (reason) => reason === "enough");
    }
    assert.equal(emulator.requests.length, 0);
  });

  test("that fetch would not send reject with a TypeError and leave no record", async () => {
    const emulator = createEmulator();
    await assert.rejects(emulator.fetch("/v1"), TypeError);
    await assert.rejects(
      emulator.fetch(emulator.endpoint, { headers: { "X-Auth-Token": "a\nb" } }),
      TypeError,
    );
    assert.equal(emulator.requests.length, 0);
  });
});

// What is recorded of a request, and the ways to make one.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, createEmulator, DOCUMENTED_TASK, documentedTask, pathOf } from "./known.mjs";

describe("requests", () => {
  test("are recorded as sent: method, raw path, query, headers by lower-case name", async () => {
    const emulator = createEmulator();
    await emulator.fetch(`https://user.example.invalid:8443/a%2fb/%7Ec?x=%20&y#z`, {
      method: "POST",
      headers: { "X-Auth-Token": "secret", Accept: "*/*" },
    });
    await emulator.fetch(new URL("https://one.invalid"));
    await emulator.fetch(new Request("https://two.invalid/?"));
    assert.deepEqual(emulator.requests, [
      {
        method: "POST",
        path: "/a%2fb/%7Ec",
        query: "x=%20&y",
        headers: { accept: "*/*", "x-auth-token": "secret" },
        requestId: "e5f00000000000000000000000000001",
      },
      { method: "GET", path: "/", query: "", headers: {}, requestId: "e5f00000000000000000000000000002" },
      { method: "GET", path: "/", query: "", headers: {}, requestId: "e5f00000000000000000000000000003" },
    ]);
  });

  test("may come as Request, URL or text, through a fetch that was taken off the emulator", async () => {
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
    assert.deepEqual(emulator.requests[0].headers, {
      "content-type": "application/json",
      "x-auth-token": emulator.token,
    });
  });

  test("may have headers that keep the case of their names, as happy-dom's do", async () => {
    const emulator = createEmulator();
    const response = await emulator.fetch({
      method: "GET",
      url: `${emulator.endpoint}${pathOf(documentedTask)}`,
      headers: new Map([
        ["X-Auth-Token", emulator.token],
        ["Content-Type", "application/json"],
      ]),
      signal: new AbortController().signal,
    });
    assert.equal(await response.text(), DOCUMENTED_TASK);
    assert.deepEqual(Object.keys(emulator.requests[0].headers), ["x-auth-token", "content-type"]);
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

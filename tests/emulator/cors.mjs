// The emulator's answers to browsers of another origin.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, createEmulator, documentedTask, headersOf, unpublished } from "./known.mjs";

describe("CORS", () => {
  const preflight = (/** @type {import("./known.mjs").Emulator} */ emulator) =>
    ask(emulator, documentedTask, {
      method: "OPTIONS",
      headers: {
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "content-type,x-auth-token",
      },
    });

  test("an open emulator answers preflights with 204 and lets every answer be read", async () => {
    const emulator = createEmulator();
    const response = await preflight(emulator);
    assert.equal(response.status, 204);
    assert.equal(await response.text(), "");
    assert.deepEqual(headersOf(response), {
      "access-control-allow-headers":
        "X-Auth-Token, Content-Type, Authorization, X-Sdk-Date, X-Security-Token, X-Project-Id",
      "access-control-allow-methods": "GET, POST, DELETE",
      "access-control-allow-origin": "*",
      "access-control-max-age": "600",
      "x-request-id": emulator.requests[0]?.requestId,
    });
    emulator.misbehave({ status: 503 });
    for (const answer of [await ask(emulator), await ask(emulator, { shareId: "x", taskId: "x" })]) {
      assert.equal(answer.headers.get("access-control-allow-origin"), "*");
      assert.equal(answer.headers.get("access-control-expose-headers"), "X-request-id, Retry-After");
    }
  });

  test("an unexposed emulator exposes no header", async () => {
    const emulator = createEmulator({ cors: "unexposed" });
    assert.equal((await preflight(emulator)).status, 204);
    const { headers } = await ask(emulator);
    assert.equal(headers.get("access-control-allow-origin"), "*");
    assert.equal(headers.get("access-control-expose-headers"), null);
  });

  test("an emulator without CORS answers preflights with the gateway's 404 and sends no CORS header", async () => {
    const emulator = createEmulator({ cors: "none" });
    const refused = await preflight(emulator);
    assert.equal(refused.status, 404);
    assert.equal(await refused.text(), unpublished(emulator.requests[0]?.requestId));
    for (const { headers } of [refused, await ask(emulator)]) {
      assert.deepEqual([...headers.keys()], ["content-type", "x-request-id"]);
    }
  });

  test("a preflight does not use up a fault of the next request", async () => {
    for (const cors of /** @type {const} */ (["open", "none"])) {
      const emulator = createEmulator({ cors });
      emulator.misbehave({ status: 503 });
      await preflight(emulator);
      assert.equal((await ask(emulator)).status, 503);
      assert.equal((await ask(emulator)).status, 200);
    }
  });
});

// Signatures of access keys: which requests are accepted, and the gateway's answers to the others.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  DOCUMENTED_TASK,
  documentedTask,
  FORBIDDEN,
  pathOf,
  START,
  unauthenticated,
  unpublished,
  withClock,
} from "./known.mjs";
import { dateOf, sha256, signatureOf, signedRequest } from "./signer.mjs";

describe("a signature", () => {
  const { emulator } = withClock();
  const time = START;
  const path = pathOf(documentedTask);
  /** @param {Partial<import("./signer.mjs").SigningOptions>} request */
  const send = (request) => emulator.fetch(...signedRequest(emulator, { path, time, ...request }));
  const date = dateOf(time);
  const host = new URL(emulator.endpoint).host;
  const EMPTY = sha256("");

  /**
   * Asserts a refusal by its canonical request, whose lines are joined by bars.
   * @param {Response} response
   * @param {string} canonical
   */
  async function expectMismatch(response, canonical) {
    const reason = `verify aksk signature fail, canonicalRequest:${canonical}`;
    assert.equal(response.status, 401);
    assert.equal(await response.text(), unauthenticated(response.headers.get("x-request-id"), reason));
    emulator.reset();
  }

  test("replaces a token", async () => {
    const response = await send({});
    assert.equal(response.status, 200);
    assert.equal(await response.text(), DOCUMENTED_TASK);
    assert.match(
      emulator.requests[0]?.headers.authorization ?? "",
      /^SDK-HMAC-SHA256 Access=EMULATORACCESSKEY000, /,
    );
  });

  test("with a wrong secret is refused with the canonical request", async () => {
    const credentials = { ...emulator.credentials, secretAccessKey: "wrong" };
    const response = await emulator.fetch(...signedRequest({ ...emulator, credentials }, { path, time }));
    await expectMismatch(response, `GET|${path}/||host:${host}|x-sdk-date:${date}||host;x-sdk-date|${EMPTY}`);
  });

  test("may leave out the host", async () => {
    assert.equal((await send({ signedHeaders: ["x-sdk-date"], host: "elsewhere.invalid" })).status, 200);
  });

  test("of another host is refused, and the gateway's answer has its own host", async () => {
    await expectMismatch(
      await send({ host: "elsewhere.invalid" }),
      `GET|${path}/||host:${host}|x-sdk-date:${date}||host;x-sdk-date|${EMPTY}`,
    );
  });

  test("of a request with its own Host header covers that header", async () => {
    const headers = { Host: "proxy.invalid" };
    assert.equal((await send({ headers, host: "proxy.invalid" })).status, 200);
  });

  test("covers its headers in sorted order, in whatever order and case they are named", async () => {
    const [url, { headers }] = signedRequest(emulator, { path, time });
    const told = headers.Authorization.replace("host;x-sdk-date", "X-Sdk-Date;Host");
    const response = await emulator.fetch(url, { headers: { ...headers, Authorization: told } });
    assert.equal(response.status, 200);
  });

  test("covers a path whose segments are decoded and encoded again", async () => {
    const shareId = emulator.addFileSystem("a/b ü!*'()~");
    const { taskId } = emulator.addTask({ shareId });
    const folder = path.replace(/[^/]+\/hpc-cache.*/, "");
    // As encodeURIComponent does it, which keeps five characters that the algorithm escapes.
    const [url, init] = signedRequest(emulator, {
      path: `${folder}SHARE/hpc-cache/task/${taskId}`,
      time,
    });
    const wire = url.replace("SHARE", encodeURIComponent(shareId));
    const canonical = `GET|${folder}a%2Fb%20%C3%BC%21%2A%27%28%29~/hpc-cache/task/${taskId}/||host:${host}|x-sdk-date:${date}||host;x-sdk-date|${EMPTY}`;
    const signature = signatureOf(
      canonical.replaceAll("|", "\n"),
      date,
      emulator.credentials.secretAccessKey,
    );
    const authorization = init.headers.Authorization.replace(/[^=]+$/, signature);
    const response = await emulator.fetch(wire, {
      headers: { ...init.headers, Authorization: authorization },
    });
    assert.equal(response.status, 200);
    await expectMismatch(await emulator.fetch(wire, init), canonical);
  });

  test("covers a query that is sorted by name and value, and encoded", async () => {
    const tasks = path.replace(/task\/.*/, "tasks");
    /** @type {[name: string, value: string][]} */
    const query = [
      ["test", "一 (&=?!#%.*)"],
      ["path", "/tmp/123"],
      ["multi", "3"],
      ["limit", "1"],
      ["multi", "1"],
      ["enable", "true"],
      ["multi", "2"],
      ["a-b", "x+y"],
      ["Z", "1"],
      ["a", ""],
    ];
    assert.equal((await send({ path: tasks, query })).status, 200);
    await expectMismatch(
      await send({ path: tasks, query, host: "elsewhere.invalid" }),
      `GET|${tasks}/|Z=1&a=&a-b=x%2By&enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29|host:${host}|x-sdk-date:${date}||host;x-sdk-date|${EMPTY}`,
    );
  });

  test("accepts a plus sign in a query as a plus sign, a name without a value as empty, and a bad escape unchanged", async () => {
    const tasks = path.replace(/task\/.*/, "tasks");
    const [url, init] = signedRequest(emulator, { path: tasks, time });
    await expectMismatch(
      await emulator.fetch(`${url}?c=a+b&&b&a=%zz&d=1=2`, init),
      `GET|${tasks}/|a=%25zz&b=&c=a%2Bb&d=1%3D2|host:${host}|x-sdk-date:${date}||host;x-sdk-date|${EMPTY}`,
    );
  });

  test("covers the headers that it names, as they arrive, and no others", async () => {
    const headers = { "X-Project-Id": " project ", "Content-Type": "application/json" };
    const signedHeaders = ["X-Sdk-Date", "x-project-id", "Host"];
    assert.equal((await send({ headers, signedHeaders })).status, 200);
    const [url, init] = signedRequest(emulator, { path, time, headers, signedHeaders });
    const changed = { ...init.headers, "X-Project-Id": "another", "Content-Type": "text/plain" };
    await expectMismatch(
      await emulator.fetch(url, { headers: changed }),
      `GET|${path}/||host:${host}|x-project-id:another|x-sdk-date:${date}||host;x-project-id;x-sdk-date|${EMPTY}`,
    );
  });

  test("that does not cover its date, or has no readable date, is refused", async () => {
    await expectMismatch(
      await send({ signedHeaders: ["host"] }),
      `GET|${path}/||host:${host}||host|${EMPTY}`,
    );
    for (const unreadable of ["20260131T235950", "2026-01-31T23:59:50Z", "20261331T235950Z", "now"]) {
      const canonical = `GET\n${path}/\n\nhost:${host}\nx-sdk-date:${unreadable}\n\nhost;x-sdk-date\n${EMPTY}`;
      const signature = signatureOf(canonical, unreadable, emulator.credentials.secretAccessKey);
      const authorization = `SDK-HMAC-SHA256 Access=${emulator.credentials.accessKeyId}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
      const headers = { "X-Sdk-Date": unreadable, Authorization: authorization };
      const response = await emulator.fetch(`${emulator.endpoint}${path}`, { headers });
      await expectMismatch(response, canonical.replaceAll("\n", "|"));
    }
  });

  test("without one of its parts is refused", async () => {
    const [url, { headers }] = signedRequest(emulator, { path, time });
    for (const part of [/Access=\w+, /, /SignedHeaders=[\w;-]+, /, /, Signature=\w+/, / .*/]) {
      const authorization = headers.Authorization.replace(part, "");
      const response = await emulator.fetch(url, { headers: { ...headers, Authorization: authorization } });
      assert.equal(response.status, 401, authorization);
      const requestId = response.headers.get("x-request-id");
      assert.equal(await response.text(), unauthenticated(requestId, "verify aksk signature fail"));
    }
    emulator.reset();
  });

  test("takes precedence over a token", async () => {
    const [url, { headers }] = signedRequest(emulator, { path, time });
    const withToken = (/** @type {string} */ token, /** @type {string} */ authorization) => ({
      headers: { ...headers, "X-Auth-Token": token, Authorization: authorization },
    });
    assert.equal((await emulator.fetch(url, withToken("bad", headers.Authorization))).status, 200);
    const wrong = headers.Authorization.replace(/[^=]+$/, "0".repeat(64));
    await expectMismatch(
      await emulator.fetch(url, withToken(emulator.token, wrong)),
      `GET|${path}/||host:${host}|x-sdk-date:${date}||host;x-sdk-date|${EMPTY}`,
    );
    // The authorization for a proxy on the way does not concern the gateway.
    for (const authorization of ["Basic YTpi", "SDK-HMAC-SHA256-X Access=a"])
      assert.equal((await emulator.fetch(url, withToken(emulator.token, authorization))).status, 200);
  });

  test("is checked after the path and before the file system", async () => {
    const wrong = signedRequest(emulator, { path: "/v1/nothing", time, host: "elsewhere.invalid" });
    const missing = await emulator.fetch(...wrong);
    assert.equal(missing.status, 404);
    assert.equal(await missing.text(), unpublished(missing.headers.get("x-request-id")));
    const foreign = await send({ path: pathOf({ ...documentedTask, shareId: "another" }) });
    assert.deepEqual([foreign.status, await foreign.text()], [403, FORBIDDEN]);
  });

  test("rejects with a TypeError without WebCrypto, and a token is still accepted", async (context) => {
    const names = Object.getOwnPropertyDescriptor(globalThis, "crypto") ?? {};
    context.after(() => Object.defineProperty(globalThis, "crypto", names));
    Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
    await assert.rejects(send({}), {
      name: "TypeError",
      message:
        "A signature cannot be verified without WebCrypto, which a page has only over https or from localhost.",
    });
    const headers = { "X-Auth-Token": emulator.token };
    assert.equal((await emulator.fetch(`${emulator.endpoint}${path}`, { headers })).status, 200);
  });

  test("that is being verified can be cancelled, with the signal's reason", async () => {
    const controller = new AbortController();
    const answer = send({ sent: { signal: controller.signal } });
    controller.abort("enough");
    await assert.rejects(answer, (reason) => reason === "enough");
  });
});

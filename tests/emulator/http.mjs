// The server: the same answers over HTTP, and faults as real bytes on the connection.
// @ts-check
import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { after, afterEach, before, describe, mock, test } from "node:test";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { serveEmulator } from "../../js/emulator/server.mjs";
import {
  bodyOf,
  createEmulator,
  DOCUMENTED_TASK,
  documentedTask,
  FORBIDDEN,
  JSON_TYPE,
  NEW_TASK,
  pathOf,
  TASK_MISSING,
  unauthenticated,
  unpublished,
  withClock,
} from "./known.mjs";

describe("over HTTP", () => {
  const { clock, emulator } = withClock();
  /** @type {import("node:test").Mock<(...printed: unknown[]) => void>[]} */
  let noise;
  /** @type {Awaited<ReturnType<typeof serveEmulator>>} */
  let server;

  before(async () => {
    noise = [mock.method(console, "error", () => {}), mock.method(console, "log", () => {})];
    server = await serveEmulator(emulator);
  });
  afterEach(() => {
    emulator.reset();
    const printed = noise.flatMap(({ mock: { calls } }) => calls.map((call) => call.arguments));
    for (const { mock: counter } of noise) counter.resetCalls();
    assert.deepEqual(printed, [], "nothing may be printed, whatever clients do");
  });
  after(async () => {
    await server.close();
    mock.restoreAll();
  });

  const url = (ids = documentedTask) => `${server.url}${pathOf(ids)}`;
  const headers = { "X-Auth-Token": emulator.token };

  /** Resolves once the emulator has seen this number of requests. @param {number} count */
  async function seen(count) {
    while (emulator.requests.length < count) await wait(1);
  }

  /** One request on its own connection, read to its end. */
  async function raw(path = pathOf(documentedTask)) {
    const socket = net.connect(server.port, "127.0.0.1");
    socket.write(`GET ${path} HTTP/1.1\r\nHost: emulator\r\nX-Auth-Token: ${emulator.token}\r\n\r\n`);
    let text = "";
    socket.setEncoding("latin1").on("data", (piece) => (text += piece));
    socket.on("error", () => {});
    await once(socket, "close");
    return text;
  }

  test("it answers as in memory, on a free loopback port", async () => {
    assert.equal(server.url, `http://127.0.0.1:${server.port}`);
    const response = await fetch(url(), { headers });
    assert.equal(response.status, 200);
    assert.equal(await response.text(), DOCUMENTED_TASK);
    const [request] = emulator.requests;
    assert.ok(request);
    assert.equal(response.headers.get("X-request-id"), request.requestId);
    assert.equal(response.headers.get("content-type"), JSON_TYPE);
    assert.deepEqual([request.method, request.path, request.query], ["GET", pathOf(documentedTask), ""]);
    assert.equal(request.headers["x-auth-token"], emulator.token);
    assert.equal(request.headers.host, `127.0.0.1:${server.port}`);

    const task = emulator.addTask({ duration: 1000 });
    assert.equal((await (await fetch(url(task), { headers })).json()).status, "DOING");
    clock.time += 1000;
    assert.equal((await (await fetch(url(task), { headers })).json()).status, "SUCCESS");
  });

  test("it refuses as in memory", async () => {
    /** @type {[answer: Response, status: number, body: (requestId: string | null) => string][]} */
    const refusals = [
      [await fetch(url({ ...documentedTask, taskId: "x" }), { headers }), 400, () => TASK_MISSING],
      [await fetch(url({ shareId: "x", taskId: "x" }), { headers }), 403, () => FORBIDDEN],
      [await fetch(url()), 401, unauthenticated],
      [await fetch(`${server.url}/v1/%2e%2e/%zz?a=b`, { headers }), 404, unpublished],
      [await fetch(url(), { headers, method: "POST", body: "{}" }), 404, unpublished],
    ];
    for (const [response, status, body] of refusals) {
      assert.equal(response.status, status);
      assert.equal(await response.text(), body(response.headers.get("x-request-id")));
    }
    const [, , , unknown] = emulator.requests;
    assert.equal(unknown?.query, "a=b");
  });

  test("it creates, lists and deletes as in memory, and the body is recorded", async () => {
    const folder = url().replace(/\/task\/.*/, "");
    const created = await fetch(`${folder}/task`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json; charset=UTF-8" },
      body: JSON.stringify(NEW_TASK),
    });
    assert.equal(created.status, 202);
    assert.equal(created.headers.get("content-type"), JSON_TYPE);
    const { task_id: taskId } = await created.json();
    assert.equal(emulator.requests[0]?.body, JSON.stringify(NEW_TASK));

    const listed = await fetch(`${folder}/tasks?limit=1`, { headers });
    assert.equal(listed.status, 200);
    const { tasks, count } = await listed.json();
    assert.deepEqual([tasks.length, tasks[0].task_id, count], [1, taskId, 2]);

    const deleted = await fetch(url({ ...documentedTask, taskId }), { headers, method: "DELETE" });
    assert.equal(deleted.status, 202);
    assert.equal(await deleted.text(), "");
    assert.equal(deleted.headers.get("content-type"), null);
    assert.equal(deleted.headers.get("x-request-id"), emulator.requests[2]?.requestId);
  });

  test("a client that leaves before its body is complete has created nothing, and leaves no record", async () => {
    const path = new URL(url()).pathname.replace(/\/task\/.*/, "/task");
    const socket = net.connect(server.port, "127.0.0.1");
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: emulator\r\nX-Auth-Token: ${emulator.token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"type"`,
    );
    await once(socket, "connect");
    // An answer to another request shows that the server has read the bytes before it.
    await fetch(url(), { headers });
    socket.destroy();
    await once(socket, "close");
    await fetch(url(), { headers });
    assert.deepEqual(
      emulator.requests.map(({ method }) => method),
      ["GET", "GET"],
    );
  });

  test("header names are lower case on the wire, and every answer has X-request-id", async () => {
    emulator.misbehave({ status: 502, headers: { connection: "close" }, body: "<html>" });
    const text = await raw();
    const requestId = emulator.requests[0]?.requestId;
    assert.match(text, /^HTTP\/1\.1 502 /);
    assert.ok(text.includes(`\r\nx-request-id: ${requestId}\r\n`), text);
  });

  test("a preflight is answered with 204", async () => {
    const response = await fetch(url(), {
      method: "OPTIONS",
      headers: { Origin: "http://a.invalid", "Access-Control-Request-Method": "GET" },
    });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get("access-control-allow-origin"), "*");
    assert.equal(response.headers.get("access-control-allow-methods"), "GET, POST, DELETE");
  });

  test("a token of 32 KB is accepted, as at the gateway", async (context) => {
    const token = "M".repeat(32 * 1024);
    const large = createEmulator({ token });
    const its = await serveEmulator(large);
    context.after(its.close);
    const response = await fetch(`${its.url}${pathOf(documentedTask)}`, {
      headers: { "X-Auth-Token": token },
    });
    assert.equal(response.status, 200);
  });

  test("a redirect reaches the client as a redirect", async () => {
    emulator.misbehave({ status: 302, headers: { location: "https://elsewhere.invalid/" } });
    const response = await fetch(url(), { headers, redirect: "manual" });
    assert.equal(response.status, 302);
    assert.equal(response.headers.get("location"), "https://elsewhere.invalid/");
  });

  test("cutOff breaks the connection in the middle of the body", async () => {
    for (const cutOff of [0, 10, 1e6]) {
      emulator.misbehave({ cutOff }, { times: 2 });
      const response = await fetch(url(), { headers });
      assert.equal(response.status, 200);
      await assert.rejects(response.text(), { name: "TypeError", message: "terminated" });

      const text = await raw();
      assert.match(text, /^HTTP\/1\.1 200 /);
      const [, body] = text.split("\r\n\r\n");
      const sent = DOCUMENTED_TASK.slice(0, cutOff);
      // The end of a complete body, the last chunk of length 0, is missing.
      assert.equal(body, sent === "" ? "" : `${sent.length.toString(16)}\r\n${sent}\r\n`);
    }
  });

  test("cutOff passes large bodies up to its byte", async () => {
    emulator.misbehave({ body: "x".repeat(5_000_000), cutOff: 3_000_000, chunkSize: 65_536 });
    const response = await fetch(url(), { headers });
    let received = 0;
    await assert.rejects(async () => {
      for await (const piece of bodyOf(response)) received += piece.length;
    }, TypeError);
    assert.equal(received, 3_000_000);
  });

  test("reject destroys the connection before any answer", async () => {
    emulator.misbehave({ reject: "network" }, { times: 2 });
    await assert.rejects(
      fetch(url(), { headers }),
      (/** @type {Error & { cause: { code: string } }} */ error) => {
        assert.equal(error.message, "fetch failed");
        assert.match(error.cause.code, /^(UND_ERR_SOCKET|ECONNRESET)$/);
        return true;
      },
    );
    assert.equal(await raw(), "");
    assert.equal(emulator.requests.length, 2);
    assert.equal((await fetch(url(), { headers })).status, 200);
  });

  /**
   * Serves the emulator, and records each request that the client left before its answer was complete.
   * @param {import("node:test").TestContext} context
   */
  async function watched(context) {
    /** @type {Promise<unknown>[]} */
    const left = [];
    const its = await serveEmulator({
      fetch(request) {
        left.push(once(request.signal, "abort"));
        return emulator.fetch(request);
      },
    });
    // Also after a failure, which would otherwise keep the process alive.
    context.after(its.close);
    return { left, target: `${its.url}${pathOf(documentedTask)}` };
  }

  test("hang sends nothing until the client gives up, and stops then", {
    timeout: 10_000,
  }, async (context) => {
    const { left, target } = await watched(context);
    const reason = new Error("enough");
    const controller = new AbortController();
    emulator.misbehave({ hang: "headers" });
    const answer = fetch(target, { headers, signal: controller.signal });
    await seen(1);
    controller.abort(reason);
    await assert.rejects(answer, (error) => error === reason);

    for (const [hang, received] of /** @type {const} */ ([
      ["body", 0],
      [10, 10],
      [1e6, DOCUMENTED_TASK.length],
    ])) {
      const inBody = new AbortController();
      emulator.misbehave({ hang });
      const response = await fetch(target, { headers, signal: inBody.signal });
      assert.equal(response.status, 200);
      const reader = bodyOf(response).getReader();
      if (received > 0) assert.equal((await reader.read()).value?.length, received);
      const next = reader.read();
      await nextTurn();
      inBody.abort(reason);
      await assert.rejects(next, (error) => error === reason);
    }
    assert.equal((await Promise.all(left)).length, 4);
  });

  test("a client that leaves in the middle of a slow body ends it", { timeout: 10_000 }, async (context) => {
    const { left, target } = await watched(context);
    emulator.misbehave({ chunkSize: 1, chunkDelay: 20 });
    const request = http.get(target, { headers });
    const [response] = await once(request, "response");
    await once(response, "data");
    request.destroy();
    await Promise.all(left);
  });

  test("close ends hanging connections at once, and may be called twice", {
    timeout: 5000,
  }, async (context) => {
    const own = createEmulator();
    const its = await serveEmulator(own);
    context.after(its.close);
    own.misbehave({ hang: "headers" });
    own.misbehave({ hang: "body" });
    own.misbehave({ hang: 5 });
    own.misbehave({ delay: 1e9 });
    const target = `${its.url}${pathOf(documentedTask)}`;
    const silent = assert.rejects(fetch(target, { headers }), TypeError);
    while (own.requests.length < 1) await wait(1);
    const bodies = [await fetch(target, { headers }), await fetch(target, { headers })];
    const broken = bodies.map((body) => assert.rejects(body.text(), TypeError));
    const late = assert.rejects(fetch(target, { headers }), TypeError);
    while (own.requests.length < 4) await wait(1);
    await its.close();
    await Promise.all([silent, late, ...broken, its.close()]);
    await assert.rejects(fetch(target), TypeError);
  });

  test("a port in use rejects with Node's code and leaves the process unchanged", async () => {
    const exitCode = process.exitCode;
    await assert.rejects(serveEmulator(emulator, { port: server.port }), { code: "EADDRINUSE" });
    assert.equal(process.exitCode, exitCode);
  });
});

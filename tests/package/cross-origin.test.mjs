// The installed package in a page whose origin differs from the service's: what the browser hides, and what it refuses.
// @ts-check
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { startBrowser } from "./browser.mjs";
import { servePages } from "./pages.mjs";
import { installTarball } from "./tarball.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;
/** @type {Awaited<ReturnType<typeof servePages>>} */
let pages;

before(async () => {
  pages = await servePages(await installTarball("one-call"));
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await pages?.close();
});

test("a service that exposes its headers gives the request id, after a preflight for the token header and the content type", async (t) => {
  const { ask, requests } = await serve(t, "open");
  const { task } = await ask();
  const [preflight, request] = requests;
  assert.deepEqual(
    requests.map(({ method }) => method),
    ["OPTIONS", "GET"],
  );
  assert.deepEqual(
    {
      headers: preflight?.headers["access-control-request-headers"],
      method: preflight?.headers["access-control-request-method"],
    },
    { headers: "content-type,x-auth-token", method: "GET" },
  );
  assert.equal(task.requestId, request?.requestId);
});

test("a service that exposes no header gives a task without a request id", async (t) => {
  const { ask } = await serve(t, "unexposed");
  const { task } = await ask();
  assert.deepEqual({ status: task.status, requestId: task.requestId }, { status: "DOING", requestId: null });
});

test("a service that exposes no header gives errors with their errCode and without a request id", async (t) => {
  const { ask } = await serve(t, "unexposed");
  const taskId = "a1b2c3d4-0000-4000-8000-000000000404";
  const { typed, error } = await ask({ taskId });
  assert.deepEqual(
    { typed, kind: error.kind, errCode: error.errCode, requestId: error.requestId, message: error.message },
    {
      typed: true,
      kind: "not-found",
      errCode: "SFS.TURBO.0106",
      requestId: null,
      message: `getTask: found no task ${taskId} of file system ${documentedTask.shareId}: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id none)`,
    },
  );
});

test("a service that exposes no header gets a retry after a pause, although its Retry-After cannot be read", async (t) => {
  const { ask, emulator, requests } = await serve(t, "unexposed");
  emulator.misbehave({ status: 503, headers: { "retry-after": "3600" } });
  const { task } = await ask({ maxRetries: 1 });
  assert.equal(task.status, "DOING");
  assert.equal(requests.filter(({ method }) => method === "GET").length, 2);
});

test("a service that answers no preflight causes a network error that names CORS and a way around it", async (t) => {
  const { ask, requests } = await serve(t, "none");
  const { typed, error, cause } = await ask();
  assert.deepEqual(
    { typed, error, cause },
    {
      typed: true,
      error: {
        name: "SfsTurboError",
        kind: "network",
        operation: "getTask",
        errCode: "CLIENT.NETWORK",
        errMsg: messageOfRefusal,
        message: `getTask: ${messageOfRefusal}`,
        httpStatus: null,
        requestId: null,
        retryable: true,
        attempts: 1,
        field: null,
        encodedAuthorizationMessage: null,
        task: null,
        cause: { name: "TypeError", message: "Failed to fetch" },
      },
      cause: "TypeError: Failed to fetch",
    },
  );
  // The token was never sent: a preflight has none.
  assert.deepEqual(
    requests.map(({ method, headers }) => ({ method, token: headers["x-auth-token"] })),
    [{ method: "OPTIONS", token: undefined }],
  );
});

const messageOfRefusal = `no answer for task ${documentedTask.taskId}: the connection failed (Failed to fetch); in a browser CORS may be the cause: use a proxy on the page's own origin (pass endpoint: "/path")`;

/**
 * Serves an emulator to the page.
 * @param {import("node:test").TestContext} t
 * @param {"open" | "unexposed" | "none"} cors
 */
async function serve(t, cors) {
  const emulator = createEmulator({ cors });
  const { url: endpoint, close } = await serveEmulator(emulator);
  t.after(close);
  const { projectId, token, requests } = emulator;
  return {
    emulator,
    requests,
    /** @param {object} [options] of the call */
    async ask(options = {}) {
      const all = { endpoint, projectId, token, ...documentedTask, maxRetries: 0, ...options };
      const address = `${pages.origin}/one-call.html?options=${encodeURIComponent(JSON.stringify(all))}`;
      return (await browser.visit(address)).report;
    },
  };
}

// A proxy on the page's own origin that demands a session cookie, in a browser: it gets the cookie if the option is set.
// @ts-check
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { installed, makeProject } from "./ecosystem/project.mjs";
import { startServer } from "./ecosystem/server.mjs";
import { checkout } from "./program.mjs";
import { programs } from "./readme-programs.mjs";
import { startService } from "./service.mjs";
import { startSessionProxy } from "./session-proxy.mjs";
import { installTarball } from "./tarball.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;
/** @type {string} */
let pages;

before(async () => {
  pages = await installTarball("one-call", "sign-in");
  browser = await startBrowser();
});
after(() => browser?.close());

const ASK_FOR_COOKIES =
  'no cookies were sent: pass fetchOptions: { credentials: "same-origin" } if the proxy needs them';

/** @param {string} taskId */
const refusals = (taskId) => ({
  401: {
    kind: "unauthenticated",
    httpStatus: 401,
    message: `getTask: the token was refused for task ${taskId}: HTTP.401; ${ASK_FOR_COOKIES} (HTTP 401, request id none)`,
  },
  // A browser hides the status of a redirect that is not followed.
  redirect: {
    kind: "invalid-response",
    httpStatus: null,
    message: `getTask: the answer for task ${taskId} is not a task: it is a redirect, and redirects are not followed; ${ASK_FOR_COOKIES} (HTTP 0, request id none)`,
  },
});

for (const refusal of /** @type {const} */ (["401", "redirect"])) {
  test(`a proxy that refuses with a ${refusal} gets no cookie, and the error says how to send it`, async (t) => {
    const { ask, cookies, taskId, seen } = await scene(t, refusal);
    const { error } = await ask({});
    const { kind, httpStatus, retryable, attempts, message } = error;
    assert.deepEqual(
      { kind, httpStatus, retryable, attempts, message },
      { ...refusals(taskId)[refusal], retryable: false, attempts: 1 },
    );
    assert.deepEqual(cookies, [""]);
    assert.deepEqual(seen(), []);
  });

  test(`a proxy that refuses with a ${refusal} gets its cookie with credentials "same-origin"`, async (t) => {
    const { ask, cookies, seen } = await scene(t, refusal);
    const { task } = await ask({ fetchOptions: { credentials: "same-origin" } });
    assert.equal(task?.status, "DOING");
    assert.deepEqual(cookies, ["sso=ok"]);
    assert.equal(seen().length, 1);
  });
}

test("the error of a refused call that already sets credentials does not advise to set them", async (t) => {
  const { origin, place } = await startExpress(t);
  const { error } = await call(origin, place, {
    token: null,
    fetchOptions: { credentials: "same-origin" },
  });
  assert.deepEqual(
    { kind: error.kind, errCode: error.errCode, message: error.message },
    {
      kind: "unauthenticated",
      errCode: "PROXY.401",
      message: `getTask: access was refused for task ${place.running.taskId}: PROXY.401 Nobody has signed in. (HTTP 401, request id none)`,
    },
  );
});

test("express-session.mjs: a signed-in user gets tasks without a token, and no script can read the cookie", async (t) => {
  const { origin, place, seen } = await startExpress(t);
  const refused = await browser.visit(`${origin}/sign-in.html?password=wrong`);
  assert.deepEqual(refused.report, { status: 401, cookies: "" });
  const { report } = await browser.visit(`${origin}/sign-in.html?password=right`);
  assert.deepEqual(report, { status: 204, cookies: "" });

  const without = await call(origin, place, { token: null });
  assert.equal(
    without.error.message,
    `getTask: access was refused for task ${place.running.taskId}: PROXY.401 Nobody has signed in.; ${ASK_FOR_COOKIES} (HTTP 401, request id none)`,
  );
  assert.deepEqual(seen(), []);

  const { task } = await call(origin, place, {
    token: null,
    fetchOptions: { credentials: "same-origin" },
  });
  assert.equal(task?.status, "DOING");
  const asReadme = await browser.visit(`${origin}/readme.html`);
  assert.equal(asReadme.report.status, "DOING");
  assert.deepEqual(
    seen().map(({ headers }) => [headers["x-auth-token"], headers.cookie]),
    [
      [place.token, undefined],
      [place.token, undefined],
    ],
  );
});

/**
 * @param {import("node:test").TestContext} t
 * @param {"401" | "redirect"} refusal
 */
async function scene(t, refusal) {
  const { place, seen, close } = await startService();
  t.after(close);
  const proxy = await startSessionProxy(t, { pages, endpoint: place.endpoint, refusal });
  return {
    cookies: proxy.cookies,
    seen,
    taskId: place.running.taskId,
    ask: (/** @type {object} */ options) => call(proxy.url, place, { token: place.token, ...options }),
  };
}

/** @param {import("node:test").TestContext} t */
async function startExpress(t) {
  const folder = await makeProject("express", "sign-in", "one-call");
  cpSync(join(checkout, "examples/proxy/express-session.mjs"), join(folder, "express-session.mjs"));
  for (const name of ["sign-in.html", "sign-in.js", "one-call.html", "one-call.js"])
    cpSync(join(folder, name), join(folder, "public", name));
  // A page without a bundler needs the package beside it.
  const beside = join(folder, "public/node_modules/sfs-turbo-tasks");
  cpSync(installed(folder, "sfs-turbo-tasks"), beside, { recursive: true });
  const { place, seen, close } = await startService();
  t.after(close);
  writeReadmePage(join(folder, "public"), place);
  const server = await startServer(process.execPath, ["express-session.mjs"], {
    cwd: folder,
    env: {
      SFS_TURBO_ENDPOINT: place.endpoint,
      SFS_TURBO_TOKEN: place.token,
      SESSION_SECRET: "of this test",
      PASSWORD: "right",
      PORT: "0",
    },
    ready: /Listening on (http:\S+)/,
  });
  t.after(server.stop);
  return { origin: server.url, place, seen };
}

/**
 * A page with the program of docs/proxies.md for a proxy behind a sign-in.
 * @param {string} folder
 * @param {import("./service.mjs").Place} place
 */
function writeReadmePage(folder, { projectId, running }) {
  const [program = ""] = programs("A proxy on your own origin", "docs/proxies.md");
  const script = [
    'import { createClient } from "./node_modules/sfs-turbo-tasks/dist/index.js";',
    `const projectId = ${JSON.stringify(projectId)};`,
    program.replace(/^import .*$/gm, ""),
    `const task = await client.getTask(${JSON.stringify(running)});`,
    'document.getElementById("report").textContent = JSON.stringify(task);',
  ];
  writeFileSync(join(folder, "readme.js"), script.join("\n"));
  const page =
    '<!doctype html><output id="report"></output><script type="module" src="./readme.js"></script>';
  writeFileSync(join(folder, "readme.html"), page);
}

/**
 * Makes one call in a page.
 * @param {string} origin
 * @param {import("./service.mjs").Place} place
 * @param {object} options
 * @returns {Promise<any>}
 */
async function call(origin, { projectId, running }, options) {
  const all = { endpoint: "/sfs-turbo", projectId, ...running, ...options };
  const { report } = await browser.visit(
    `${origin}/one-call.html?options=${encodeURIComponent(JSON.stringify(all))}`,
  );
  return report;
}

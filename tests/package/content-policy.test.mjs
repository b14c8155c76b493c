// The installed package in pages with a Content-Security-Policy: the policy of the README is enough, and errors name what is
// missing.
// @ts-check
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { expectScenario } from "./expectations.mjs";
import { servePages } from "./pages.mjs";
import { running, startService } from "./service.mjs";
import { installTarball } from "./tarball.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;
/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball("scenario.mjs", "page-report.mjs", "page", "one-call");
  browser = await startBrowser();
});
after(() => browser?.close());

test("a page that allows only its own scripts, WebAssembly and the service makes every call without a violation", async (t) => {
  const { service, pages } = await serve(t, (endpoint) =>
    // The icon of the page is a `data:` URL.
    policy("script-src 'self' 'wasm-unsafe-eval'", `connect-src ${endpoint}`, "img-src data:"),
  );
  const place = encodeURIComponent(JSON.stringify(service.place));
  const { report, violations } = await browser.visit(`${pages.origin}/?place=${place}`);
  expectScenario(report, service);
  assert.deepEqual(violations, []);
  assert.deepEqual(pages.missing, []);
});

test("the policy of the README is enough for a call, without anything else", async (t) => {
  const { service, visit } = await serve(t, (endpoint) =>
    policy("script-src 'self' 'wasm-unsafe-eval'", `connect-src ${endpoint}`),
  );
  const { report, violations } = await visit();
  assert.deepEqual(
    { status: report.task.status, violations: report.violations, console: violations },
    { status: "DOING", violations: [], console: [] },
  );
  assert.equal(service.seen().length, 1);
});

test("a page whose policy has no 'wasm-unsafe-eval' gets an error that says so, and sends nothing", async (t) => {
  const { service, visit } = await serve(t, (endpoint) =>
    policy("script-src 'self'", `connect-src ${endpoint}`),
  );
  const { report } = await visit();
  assert.deepEqual(
    { ...report, cause: undefined },
    {
      typed: true,
      error: {
        name: "SfsTurboError",
        kind: "runtime",
        operation: "getTask",
        errCode: "CLIENT.RUNTIME",
        errMsg:
          "WebAssembly could not start: see cause; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src",
        message:
          "getTask: WebAssembly could not start: see cause; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src",
        httpStatus: null,
        requestId: null,
        retryable: false,
        attempts: 0,
        field: null,
        encodedAuthorizationMessage: null,
        task: null,
        cause: { name: "CompileError", message: report.cause.replace(/^CompileError: /, "") },
      },
      cause: undefined,
      violations: ["script-src wasm-eval"],
    },
  );
  // The browser's own words, which name the policy.
  assert.match(report.cause, /Content Security Policy/);
  assert.deepEqual(service.seen(), []);
});

test("a page whose policy does not allow the service gets a network error, and sends nothing", async (t) => {
  const { service, visit } = await serve(t, () => policy("script-src 'self' 'wasm-unsafe-eval'"));
  const { report } = await visit();
  assert.deepEqual(
    { typed: report.typed, kind: report.error.kind, errCode: report.error.errCode },
    { typed: true, kind: "network", errCode: "CLIENT.NETWORK" },
  );
  assert.match(report.violations[0], /^connect-src /);
  assert.deepEqual(service.seen(), []);
});

/** @param {...string} directives added to one that allows nothing */
function policy(...directives) {
  return ["default-src 'none'", ...directives].join("; ");
}

/**
 * Starts a service, and the pages under a policy.
 * @param {import("node:test").TestContext} t
 * @param {(endpoint: string) => string} policyFor
 */
async function serve(t, policyFor) {
  const service = await startService();
  t.after(service.close);
  const { endpoint, projectId, token } = service.place;
  const pages = await servePages(folder, { "content-security-policy": policyFor(endpoint) });
  t.after(pages.close);
  const options = encodeURIComponent(
    JSON.stringify({ endpoint, projectId, token, ...running, maxRetries: 0 }),
  );
  return { service, pages, visit: () => browser.visit(`${pages.origin}/one-call.html?options=${options}`) };
}

// The installed package in the two other browser engines, if installed: `npm run test:browsers` installs and requires them.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { findFirefox, findWebKit } from "../../tools/set-up/browsers.mjs";
import { startBrowser } from "./browser.mjs";
import { expectScenario } from "./expectations.mjs";
import { servePages } from "./pages.mjs";
import { running, startService } from "./service.mjs";
import { installTarball } from "./tarball.mjs";

const engines = [
  { engine: /** @type {const} */ ("firefox"), name: "Firefox", find: findFirefox },
  { engine: /** @type {const} */ ("webkit"), name: "WebKit", find: findWebKit },
];

const policy = "default-src 'none'; img-src 'self' data:; connect-src *; script-src 'self'";

/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball("scenario.mjs", "page-report.mjs", "page", "one-call");
});

for (const { engine, name, find } of engines) {
  const skip = find() === undefined && `${name} is not on this machine; npm run test:browsers installs it`;

  describe(name, { skip }, () => {
    test("a page without a bundler gets tasks and typed errors under a strict policy", async (t) => {
      const { browser, service, pages } = await start(t, engine, `${policy} 'wasm-unsafe-eval'`);
      const place = encodeURIComponent(JSON.stringify(service.place));
      const { report } = await browser.visit(`${pages.origin}/?place=${place}`);
      expectScenario(report, service);
    });

    test("a call violates no policy", async (t) => {
      const { ask } = await start(t, engine, `${policy} 'wasm-unsafe-eval'`);
      const { task, violations } = await ask();
      assert.deepEqual({ status: task?.status, violations }, { status: "DOING", violations: [] });
    });

    test("the error names a policy without 'wasm-unsafe-eval'", async (t) => {
      const { ask, service } = await start(t, engine, policy);
      const { typed, error } = await ask();
      assert.deepEqual({ typed, kind: error.kind }, { typed: true, kind: "runtime" });
      assert.match(error.message, /must allow 'wasm-unsafe-eval' in script-src/);
      assert.deepEqual(service.seen(), []);
    });

    test("a service that refuses pages of other origins causes a network error that names CORS", async (t) => {
      const { ask } = await start(t, engine, `${policy} 'wasm-unsafe-eval'`);
      const emulator = createEmulator({ cors: "none" });
      const { url: endpoint, close } = await serveEmulator(emulator);
      t.after(close);
      const { typed, error } = await ask({ endpoint });
      assert.deepEqual({ typed, kind: error.kind }, { typed: true, kind: "network" });
      assert.match(error.message, /CORS may be the cause: use a proxy on the page's own origin/);
      assert.deepEqual(
        emulator.requests.map(({ method }) => method),
        ["OPTIONS"],
      );
    });
  });
}

/**
 * @param {import("node:test").TestContext} t
 * @param {"firefox" | "webkit"} engine
 * @param {string} contentPolicy
 */
async function start(t, engine, contentPolicy) {
  const service = await startService();
  t.after(service.close);
  const pages = await servePages(folder, { "content-security-policy": contentPolicy });
  t.after(pages.close);
  const browser = await startBrowser(engine);
  t.after(browser.close);
  t.diagnostic(browser.name);
  const { endpoint, projectId, token } = service.place;
  /** @param {object} [options] of the call */
  const ask = async (options = {}) => {
    const all = { endpoint, projectId, token, ...running, maxRetries: 0, ...options };
    const address = `${pages.origin}/one-call.html?options=${encodeURIComponent(JSON.stringify(all))}`;
    return (await browser.visit(address)).report;
  };
  return { browser, service, pages, ask };
}

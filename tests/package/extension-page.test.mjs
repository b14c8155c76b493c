// The installed package in pages of a Chromium extension: the README's manifest is enough, and errors name what is missing.
// @ts-check
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { startBrowser } from "./browser.mjs";
import { readPage } from "./documentation/markdown.mjs";
import { makeExtension } from "./extensions.mjs";
import { installTarball } from "./tarball.mjs";

const [readmeManifest] = readPage("README.md")
  .blocks.filter(({ section }) => section === "Extension pages")
  .map(({ code }) => JSON.parse(code));

// The README's, but for the service of these tests, which is on this machine.
const manifest = { ...readmeManifest, host_permissions: ["http://127.0.0.1/*"] };

const manifests = {
  whole: manifest,
  defaultPolicy: { ...manifest, content_security_policy: undefined },
  strictPolicy: {
    ...manifest,
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
  },
  noHosts: { ...manifest, host_permissions: undefined },
};

/** @type {Record<string, string>} the origins of the extensions */
const origins = {};
/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;

before(async () => {
  const folders = [];
  for (const [name, fields] of Object.entries(manifests)) {
    const folder = await installTarball("one-call");
    origins[name] = makeExtension(folder, fields);
    folders.push(folder);
  }
  browser = await startBrowser("chromium", folders);
});
after(() => browser?.close());

test("the README's manifest is enough for a call to a service without CORS headers, without a preflight", async (t) => {
  const { ask, requests } = await serve(t);
  const { task, violations } = await ask("whole");
  const [request] = requests;
  assert.deepEqual(
    requests.map(({ method }) => method),
    ["GET"],
  );
  assert.deepEqual(
    { status: task.status, requestId: task.requestId, violations },
    { status: "DOING", requestId: request?.requestId, violations: [] },
  );
});

test("the README's manifest allows the host of its region", () => {
  assert.deepEqual(readmeManifest.host_permissions, ["https://sfs-turbo.cn-north-4.myhuaweicloud.com/*"]);
});

const refusing = [
  { policy: "the default policy", name: "defaultPolicy" },
  { policy: "a policy without 'wasm-unsafe-eval'", name: "strictPolicy" },
];
for (const { policy, name } of refusing) {
  test(`under ${policy} a page gets an error that says what is missing, and sends nothing`, async (t) => {
    const { ask, requests } = await serve(t);
    const { typed, error, cause, violations } = await ask(name);
    assert.deepEqual(
      { typed, kind: error.kind, errCode: error.errCode, message: error.message, violations },
      {
        typed: true,
        kind: "runtime",
        errCode: "CLIENT.RUNTIME",
        message:
          "getTask: WebAssembly could not start: see cause; a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src",
        violations: ["script-src wasm-eval"],
      },
    );
    assert.match(cause, /^CompileError: .*Content Security Policy/);
    assert.deepEqual(requests, []);
  });
}

test("without host_permissions a page gets a network error after a preflight that fails", async (t) => {
  const { ask, requests } = await serve(t);
  const { typed, error } = await ask("noHosts");
  assert.deepEqual(
    { typed, kind: error.kind, errCode: error.errCode, methods: requests.map(({ method }) => method) },
    { typed: true, kind: "network", errCode: "CLIENT.NETWORK", methods: ["OPTIONS"] },
  );
});

/** @param {import("node:test").TestContext} t */
async function serve(t) {
  const emulator = createEmulator({ cors: "none" });
  const server = await serveEmulator(emulator);
  t.after(server.close);
  const { projectId, token, requests } = emulator;
  const options = { endpoint: server.url, projectId, token, ...documentedTask, maxRetries: 0 };
  const query = `options=${encodeURIComponent(JSON.stringify(options))}`;
  return {
    requests,
    /** @param {string} name of the extension whose page calls */
    async ask(name) {
      const { report } = await browser.visit(`${origins[name]}/one-call.html?${query}`);
      return report;
    },
  };
}

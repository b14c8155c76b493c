// No secret leaves the request that it is for: neither into the core's memory nor to another origin. The fault matrix checks that
// no error shows one; this file tests that check itself.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { startBrowser } from "./browser.mjs";
import { installFaults } from "./fault-matrix.mjs";
import { placesInNode } from "./fault-telling.mjs";
import { GOOD, holdsSecret, KEY, LONG, PROXY, STALE, tellsSecret } from "./faults/credentials.mjs";
import { lookIntoMemory } from "./faults/memory.mjs";
import { servePages } from "./pages.mjs";

const SECRETS = {
  "a token": GOOD,
  "the secret of a key": KEY.secretAccessKey,
  "a security token": KEY.securityToken,
  "a proxy's password": PROXY.password,
  "a proxy's cookie": PROXY.cookie,
  "a signature": "52599b0dd956ddff6f6a493211e5af6f6b75dc63868f4c80f53216c85277f1a6",
};

/** @type {string} */
let folder;

before(async () => {
  folder = await installFaults();
});

describe("the examination itself", () => {
  for (const [name, secret] of Object.entries(SECRETS)) {
    test(`finds ${name}, and a piece of one`, () => {
      assert.equal(tellsSecret(`x${secret}y`), true);
      assert.equal(tellsSecret(secret.slice(0, -secret.length >> 2)), true);
    });
  }

  test("finds a piece of a long token", () => {
    assert.equal(tellsSecret(LONG.slice(1_000, 1_100)), true);
  });

  test("accepts text without a secret", () => {
    assert.equal(tellsSecret(`${GOOD.slice(0, 10)} ${STALE.slice(0, 10)} ${KEY.accessKeyId}`), false);
    assert.equal(tellsSecret("request id e5f00000000000000000000000000001"), false);
    assert.equal(
      tellsSecret(`canonicalRequest:GET|/v1/||host:h||host|${SECRETS["a signature"]}; check`),
      false,
    );
  });

  test("finds in a memory the beginning of a secret, and its middle", () => {
    assert.equal(holdsSecret(`\0${KEY.securityToken.slice(0, 16)}\0`), true);
    assert.equal(holdsSecret(LONG.slice(1_000, 3_000)), true);
    assert.equal(holdsSecret(KEY.accessKeyId), false);
  });

  for (const [name, error] of Object.entries({
    message: new Error(GOOD),
    "a property": Object.assign(new Error("x"), { config: GOOD }),
    "the stack": Object.assign(new Error("x"), { stack: GOOD }),
    "a cause's cause": new Error("x", { cause: new Error("y", { cause: new Error(GOOD) }) }),
  })) {
    test(`finds a secret in ${name}`, () => assert.notDeepEqual(placesInNode(error), []));
  }

  test("finds a secret in a hidden, deep property, which only an inspector shows", () => {
    const error = Object.defineProperty(new Error("x"), "request", { value: { headers: { token: GOOD } } });
    assert.deepEqual(placesInNode(error), ["inspect"]);
  });
});

describe("the core's memory holds no secret, even if an answer or an error repeats it", () => {
  test("in Node", async () => {
    const entry = pathToFileURL(`${folder}/node_modules/sfs-turbo-tasks/dist/index.js`);
    expectNone(await lookIntoMemory(() => import(`${entry}?memory`)));
  });

  test("in Chromium", async (t) => {
    const pages = await servePages(folder);
    t.after(pages.close);
    const browser = await startBrowser();
    t.after(browser.close);
    const { report } = await browser.visit(`${pages.origin}/memory.html`);
    assert.equal(report.failure, undefined);
    expectNone(report);
  });
});

/** @param {import("./faults/memory.mjs").Look[]} looks */
function expectNone(looks) {
  assert.equal(looks.length, 112);
  const wrong = looks.filter(({ crossings, secret, known }) => crossings < 2 || secret || !known);
  assert.deepEqual(wrong, []);
}

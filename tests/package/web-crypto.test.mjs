// Signatures where only WebCrypto can hash: the same as Node's, one imported key for each secret, and nothing sent unsigned.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { replacing } from "./replacing.mjs";
import { rejection, scriptService } from "./scripted-service.mjs";
import { ids, KEY, mockDate, OTHER_KEY, sfsTurboTasks, signatureOf, TASK } from "./signed-calls.mjs";

/** Runs without Node's own hashes, and with changed members of WebCrypto. @param {object} members @param {() => any} run */
function withWebCrypto(members, run) {
  const { subtle } = globalThis.crypto;
  const own = Object.fromEntries(
    /** @type {const} */ (["digest", "importKey", "sign"]).map((name) => [
      name,
      (/** @type {any[]} */ ...values) => Reflect.apply(subtle[name], subtle, values),
    ]),
  );
  const process = Object.create(globalThis.process, { getBuiltinModule: { value: undefined } });
  return replacing("process", process, () => replacing("crypto", { subtle: { ...own, ...members } }, run));
}

function scene() {
  const service = scriptService(() => ({ body: TASK }));
  const { token: _, ...options } = service.options;
  return { ...service, client: sfsTurboTasks.createClient({ ...options, credentials: KEY }) };
}

test("the signature is that of Node's own hashes, with and without a body", async (t) => {
  mockDate(t);
  const { client, requests } = scene();
  const create = { shareId: ids.shareId, type: "export", srcTarget: "link" };
  const call = async () => {
    await client.getTask(ids);
    await client.createTask(create);
  };
  await call();
  await withWebCrypto({}, call);
  const signatures = requests.map(signatureOf);
  assert.match(`${signatures[0]}`, /^[\da-f]{64}$/);
  assert.notEqual(signatures[0], signatures[1]);
  assert.deepEqual(signatures.slice(2), signatures.slice(0, 2));
});

test("a client imports the key of a secret once, and another one for another secret", async () => {
  const { client } = scene();
  const { subtle } = globalThis.crypto;
  /** @type {string[]} */
  const imported = [];
  /** @param {[any, Uint8Array<ArrayBuffer>, any, boolean, any]} values */
  const importKey = (...values) => {
    imported.push(new TextDecoder().decode(values[1]));
    return subtle.importKey(...values);
  };
  await withWebCrypto({ importKey }, async () => {
    await client.getTask(ids);
    await client.getTask(ids);
    await client.getTask({ ...ids, credentials: OTHER_KEY });
    await client.getTask({ ...ids, credentials: OTHER_KEY });
  });
  assert.deepEqual(imported, [KEY.secretAccessKey, OTHER_KEY.secretAccessKey]);
});

for (const name of ["digest", "sign"]) {
  test(`a ${name} that gives no hash fails the call, nothing is sent, and the next call signs`, async () => {
    const { client, requests } = scene();
    const broken = { [name]: async () => new ArrayBuffer(5) };
    const error = await withWebCrypto(broken, () => rejection(client.getTask(ids)));
    assert.equal(error.kind, "runtime");
    assert.equal(String(error.cause), "Error: the hash function of this runtime gave no hash");
    assert.deepEqual(requests, []);
    assert.equal((await withWebCrypto({}, () => client.getTask(ids))).status, "DOING");
  });
}

test("without any hash function the call fails, and nothing is sent", async () => {
  const { client, requests } = scene();
  const error = await withWebCrypto({}, () =>
    replacing("crypto", undefined, () => rejection(client.getTask(ids))),
  );
  assert.equal(error.kind, "runtime");
  assert.equal(String(error.cause), "Error: there is no WebCrypto (crypto.subtle)");
  assert.deepEqual(requests, []);
});

// Keys of an ECS instance's agency, from an emulated metadata service.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { startMetadata } from "./credential-services/metadata.mjs";
import { failed, failure, noon, setVariables, stopClock } from "./credential-services/scene.mjs";
import { givenKey, startServer } from "./credential-services/server.mjs";
import { freePort } from "./free-port.mjs";

const hour = 3_600_000;
const day = 24 * hour;
const put = "PUT /meta-data/latest/api/token";
const get = "GET /openstack/latest/securitykey";

/** @param {{ method: string, path: string }} seen */
const line = ({ method, path }) => `${method} ${path}`;

test("a session token is requested, and then keys with that token", async (t) => {
  setVariables(t);
  stopClock(t);
  const { origin, host, seen } = await startMetadata(t, { tokens: "required" });
  const key = await credentials.fromEcsMetadata({ endpoint: origin })();
  assert.deepEqual(key, givenKey("1", noon + day));
  assert.deepEqual(seen, [
    {
      method: "PUT",
      path: "/meta-data/latest/api/token",
      headers: {
        "x-metadata-token-ttl-seconds": "21600",
        host,
        connection: "close",
        "content-length": "0",
      },
      body: "",
    },
    {
      method: "GET",
      path: "/openstack/latest/securitykey",
      headers: { "x-metadata-token": "metadata-token-1", host, connection: "close" },
      body: "",
    },
  ]);
});

for (const status of [404, 405, 503]) {
  test(`after an answer of ${status} no token is requested for a day`, async (t) => {
    setVariables(t);
    const clock = stopClock(t);
    const { origin, host, seen } = await startMetadata(t, { tokens: status, life: 2 * hour });
    const source = credentials.fromEcsMetadata({ endpoint: origin });
    assert.deepEqual(await source(), givenKey("1", noon + 2 * hour));
    assert.deepEqual(seen[1]?.headers, { host, connection: "close" });
    clock.pass(day);
    assert.deepEqual(await source(), givenKey("2", noon + day + 2 * hour));
    clock.pass(2 * hour);
    await source();
    assert.deepEqual(seen.map(line), [put, get, get, put, get]);
  });
}

test("a refused session token is renewed once", async (t) => {
  setVariables(t);
  const clock = stopClock(t);
  const { origin, seen, revoke } = await startMetadata(t, { tokens: "required", life: hour });
  const source = credentials.fromEcsMetadata({ endpoint: origin });
  await source();
  revoke();
  clock.pass(hour);
  assert.deepEqual(await source(), givenKey("2", noon + 2 * hour));
  assert.deepEqual(seen.map(line), [put, get, get, put, get]);
  assert.equal(seen[4]?.headers["x-metadata-token"], "metadata-token-2");
});

test("keys are renewed when they expire in less than 40 minutes", async (t) => {
  setVariables(t);
  const clock = stopClock(t);
  const { origin, seen } = await startMetadata(t, { tokens: 404, life: day });
  const source = credentials.fromEcsMetadata({ endpoint: origin });
  await source();
  clock.pass(day - 40 * 60_000 - 1);
  assert.equal((await source()).accessKeyId, "AK1");
  // A renewal would have started before this.
  await fetch(`${origin}/ping`);
  clock.pass(1);
  // The old keys serve until the new ones arrive.
  assert.equal((await source()).accessKeyId, "AK1");
  await until(async () => (await source()).accessKeyId === "AK2");
  assert.deepEqual(seen.map(line), [put, get, "GET /ping", get]);
});

test("an instance without an agency is not configured, and no second token is requested", async (t) => {
  setVariables(t);
  const { origin, seen } = await startMetadata(t, { agency: false });
  const reason = "this ECS instance has no agency: give it one in the console.";
  assert.deepEqual(
    await failure(credentials.fromEcsMetadata({ endpoint: origin })()),
    failed("fromEcsMetadata", reason, false),
  );
  assert.deepEqual(seen.map(line), [put, get]);
});

test("if nothing listens at the address it is not configured", async (t) => {
  setVariables(t);
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const reason = `PUT ${endpoint}/meta-data/latest/api/token failed: ECONNREFUSED: this machine does not seem to be an ECS instance.`;
  assert.deepEqual(
    await failure(credentials.fromEcsMetadata({ endpoint })()),
    failed("fromEcsMetadata", reason, false),
  );
});

test("without an answer within `probeTimeout` it is not configured", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => new Promise(() => {}));
  const source = credentials.fromEcsMetadata({ endpoint: origin, timeout: 60_000, probeTimeout: 20 });
  const reason = `PUT ${origin}/meta-data/latest/api/token got no answer within 20 ms: this machine does not seem to be an ECS instance.`;
  assert.deepEqual(await failure(source()), failed("fromEcsMetadata", reason, false));
});

test("a service that stops answering after its first answer is broken", async (t) => {
  setVariables(t);
  const silent = new Promise(() => {});
  const { origin } = await startServer(t, ({ method }) =>
    method === "PUT" ? { status: 404 } : /** @type {any} */ (silent),
  );
  // The first answer has to arrive within it, on a busy machine too.
  const source = credentials.fromEcsMetadata({ endpoint: origin, timeout: 2_000 });
  const reason = `GET ${origin}/openstack/latest/securitykey got no answer within 2000 ms.`;
  assert.deepEqual(await failure(source()), failed("fromEcsMetadata", reason));
});

test("a service without keys is not configured; one that fails is broken", async (t) => {
  setVariables(t);
  for (const [status, configured] of /** @type {const} */ ([
    [404, false],
    [500, true],
  ])) {
    const { origin } = await startServer(t, ({ method }) => ({ status: method === "PUT" ? 404 : status }));
    const reason = `GET ${origin}/openstack/latest/securitykey was refused: HTTP ${status}.`;
    assert.deepEqual(
      await failure(credentials.fromEcsMetadata({ endpoint: origin })()),
      failed("fromEcsMetadata", reason, configured),
    );
  }
});

test("a token request that fails in any other way is broken", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => ({ status: 500 }));
  const reason = `PUT ${origin}/meta-data/latest/api/token gave no token: HTTP 500.`;
  assert.deepEqual(
    await failure(credentials.fromEcsMetadata({ endpoint: origin })()),
    failed("fromEcsMetadata", reason),
  );
});

test("http is refused for an address outside this machine and the link-local network", async (t) => {
  setVariables(t);
  const reason =
    "endpoint must start with https://; http:// is allowed for this machine and link-local addresses only, because it would send secrets unencrypted.";
  assert.deepEqual(
    await failure(credentials.fromEcsMetadata({ endpoint: "http://10.0.0.1" })()),
    failed("fromEcsMetadata", reason),
  );
});

/** Waits for an event that no promise announces. @param {() => Promise<boolean>} happened */
async function until(happened) {
  while (!(await happened())) await new Promise((resolve) => setImmediate(resolve));
}

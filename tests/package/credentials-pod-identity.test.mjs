// Keys of a pod, from an emulated pod identity service.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, noon, setVariables, stopClock, writeText } from "./credential-services/scene.mjs";
import { givenKey, json, keyBody, startServer } from "./credential-services/server.mjs";

const hour = 3_600_000;
const uriName = "HC_CONTAINER_CREDENTIALS_FULL_URI";
const fileName = "HC_CONTAINER_AUTHORIZATION_TOKEN_FILE";

/** @param {import("node:test").TestContext} t @param {string} uri @param {string} [token] */
function configure(t, uri, token = "pod-token-0123456789\n") {
  const home = setVariables(t, { [uriName]: uri });
  const file = writeText(home, "token", token);
  process.env[fileName] = file;
  return file;
}

test("the request to the service has the token of the file", async (t) => {
  stopClock(t);
  const { origin, host, seen } = await startServer(t, () => json(200, keyBody("POD", noon + hour)));
  configure(t, `${origin}/v1/credentials?pod=1`);
  assert.deepEqual(await credentials.fromPodIdentity()(), givenKey("POD", noon + hour));
  assert.deepEqual(seen, [
    {
      method: "POST",
      path: "/v1/credentials?pod=1",
      headers: {
        authorization: "pod-token-0123456789",
        "content-type": "application/json",
        "content-length": "2",
        host,
        connection: "close",
      },
      body: "{}",
    },
  ]);
});

test("the other names of the answer's fields are accepted too", async (t) => {
  stopClock(t);
  const fields = {
    accessKeyId: "AKPOD",
    secretAccessKey: "secret-of-POD",
    securityToken: "security-token-of-POD",
    expiration: "2026-11-26T14:00:00Z",
  };
  const { origin } = await startServer(t, () => json(200, { credentials: fields }));
  configure(t, origin);
  assert.deepEqual(await credentials.fromPodIdentity()(), givenKey("POD", noon + 2 * hour));
});

test("the file is read again at each renewal", async (t) => {
  const clock = stopClock(t);
  const { origin, seen } = await startServer(t, () => json(200, keyBody("POD", Date.now() + hour)));
  const file = configure(t, origin);
  const source = credentials.fromPodIdentity();
  await source();
  writeText("/", file, "second-token");
  clock.pass(hour);
  await source();
  assert.deepEqual(
    seen.map(({ headers }) => headers.authorization),
    ["pod-token-0123456789", "second-token"],
  );
});

test("without the variables it is not configured; with only one of them it is broken", async (t) => {
  setVariables(t);
  const { fromPodIdentity } = credentials;
  assert.deepEqual(
    await failure(fromPodIdentity()()),
    failed("fromPodIdentity", `${uriName} and ${fileName} are not set.`, false),
  );
  process.env[fileName] = "/token";
  assert.deepEqual(
    await failure(fromPodIdentity()()),
    failed("fromPodIdentity", `${fileName} is set, but ${uriName} is not: set both.`),
  );
});

test("a refusal, no answer, and an answer without keys are broken", async (t) => {
  /** @type {any} */
  let answer = json(403, { error_code: "IAM.0003", error_msg: "not allowed" });
  const { origin } = await startServer(t, () => answer);
  configure(t, `${origin}/keys?secret=1`);
  const place = `${origin}/keys`;
  const ask = () => failure(credentials.fromPodIdentity({ timeout: 2000 })());
  assert.deepEqual(
    await ask(),
    failed("fromPodIdentity", `POST ${place} was refused: HTTP 403, IAM.0003: not allowed.`),
  );
  answer = json(200, { credential: { access: "AK" } });
  assert.deepEqual(
    await ask(),
    failed(
      "fromPodIdentity",
      `\`securitytoken\` is missing in the answer of ${place}.`.replace("securitytoken", "secret"),
    ),
  );
  answer = new Promise(() => {});
  assert.deepEqual(
    await failure(credentials.fromPodIdentity({ timeout: 20 })()),
    failed("fromPodIdentity", `POST ${place} got no answer within 20 ms.`),
  );
});

test("the error for an empty or broken token file has its path", async (t) => {
  const file = configure(t, "http://127.0.0.1:1/", "\n");
  assert.deepEqual(
    await failure(credentials.fromPodIdentity()()),
    failed("fromPodIdentity", `the file ${file} is empty.`),
  );
  writeText("/", file, "one\ntwo");
  assert.deepEqual(
    await failure(credentials.fromPodIdentity()()),
    failed("fromPodIdentity", `the file ${file} must contain one line of visible ASCII.`),
  );
});

for (const host of ["example.com", "8.8.8.8", "10.evil.example", "172.32.0.1", "[2001:db8::1]"]) {
  test(`http is refused for ${host}`, async (t) => {
    configure(t, `http://${host}/`);
    const reason = `${uriName} must start with https://; http:// is allowed for private addresses and names of a cluster only, because it would send secrets unencrypted.`;
    assert.deepEqual(await failure(credentials.fromPodIdentity()()), failed("fromPodIdentity", reason));
  });
}

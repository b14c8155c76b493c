// Values that other code has written to `Object.prototype` are no keys, options or variables.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { permanent, startIam, user } from "./credential-services/iam.mjs";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, noon, setVariables, stopClock, writeText } from "./credential-services/scene.mjs";
import { givenKey } from "./credential-services/server.mjs";

const hour = 3_600_000;

/** Names that the sources read, each with a valid value. Names that Node itself reads, such as `timeout`, are left out. */
const foreign = {
  accessKeyId: "POLLUTED",
  secretAccessKey: "polluted",
  securityToken: "polluted",
  projectId: "polluted",
  expiration: "polluted",
  configured: false,
  reasons: [],
  rejected: "token-1",
  key: permanent,
  token: "polluted",
  renew: "polluted",
  duration: 1,
  region: "polluted",
  iamEndpoint: "http://127.0.0.1:1",
  body: "polluted",
  direct: true,
  credential: { access: "POLLUTED" },
  error_msg: "polluted",
  HW_ACCESS_KEY: "POLLUTED",
  HW_SECRET_KEY: "polluted",
  HUAWEICLOUD_SDK_IAM_ENDPOINT: "http://127.0.0.1:1",
};

/**
 * Runs with a polluted `Object.prototype`, and cleans it before anything is asserted.
 * @param {() => Promise<unknown>} get
 */
async function polluted(get) {
  for (const [name, value] of Object.entries(foreign)) {
    Object.defineProperty(Object.prototype, name, {
      value,
      configurable: true,
      writable: true,
      enumerable: false,
    });
  }
  try {
    return await get();
  } finally {
    for (const name of Object.keys(foreign)) delete (/** @type {any} */ (Object.prototype)[name]);
  }
}

test("fromTemporaryKeys signs with the values of its source, and adds no project", async (t) => {
  setVariables(t);
  stopClock(t);
  const { origin, seen } = await startIam(t);
  const source = credentials.fromTemporaryKeys(() => permanent, { iamEndpoint: origin });
  assert.deepEqual(await polluted(source), givenKey("1", noon + hour));
  assert.equal(seen[0]?.headers["x-security-token"], undefined);
  assert.equal(seen[0]?.headers["x-auth-token"], undefined);
});

test("fromPassword sends its request to the given place, and keeps its token", async (t) => {
  setVariables(t);
  const { origin, seen } = await startIam(t);
  const { name: userName, password, domain: domainName } = user;
  const options = { userName, password, domainName, projectId: "project", iamEndpoint: origin };
  const token = credentials.fromPassword(options);
  const tokens = await polluted(async () => [await token(), await token({}), await token()]);
  assert.deepEqual(tokens, ["token-1", "token-1", "token-1"]);
  assert.equal(seen.length, 1);
});

test("a password does not go to a polluted endpoint", async (t) => {
  setVariables(t);
  const { name: userName, password, domain: domainName } = user;
  const token = credentials.fromPassword({
    userName,
    password,
    domainName,
    projectId: "project",
    timeout: 1,
  });
  const { message } = /** @type {Error} */ (
    await polluted(() => token().catch((/** @type {any} */ error) => error))
  );
  assert.match(message, /^fromPassword: POST https:\/\/iam\.myhuaweicloud\.com\//);
});

test("keys of a file have no polluted token, project or expiration", async (t) => {
  const home = setVariables(t);
  writeText(home, ".huaweicloud/credentials", "[basic]\nak = AK\nsk = s\n");
  const config = { current: "dev", profiles: [{ name: "dev", accessKeyId: "AK", secretAccessKey: "s" }] };
  writeText(home, ".hcloud/config.json", JSON.stringify(config));
  for (const make of [credentials.fromProfile, credentials.fromKooCli]) {
    assert.deepEqual(await polluted(make()), { accessKeyId: "AK", secretAccessKey: "s" });
  }
});

test("polluted variables do not count", async (t) => {
  setVariables(t);
  assert.deepEqual(
    await polluted(() => failure(credentials.fromEnv({ names: "HW" })())),
    failed("fromEnv", "HW_ACCESS_KEY and HW_SECRET_KEY are not set.", false),
  );
});

test("a broken source ends a chain, even if the prototype of errors is polluted", async (t) => {
  setVariables(t);
  process.env.HUAWEICLOUD_SDK_AK = "AK";
  const { fromChain, fromEnv } = credentials;
  const chain = fromChain(fromEnv(), () => ({ accessKeyId: "NEXT", secretAccessKey: "secret" }));
  const line = "fromEnv: HUAWEICLOUD_SDK_SK is missing in the environment.";
  assert.deepEqual(
    await polluted(() => failure(chain())),
    failed("fromChain", `a source is configured but does not work:\n- ${line}`),
  );
});

test("an object without a key of its own is not a key", async () => {
  const reason = "`accessKeyId` of what it gave is missing: pass a string.";
  assert.deepEqual(
    await polluted(() => failure(credentials.fromChain(() => ({}))())),
    failed("fromChain", `a source is configured but does not work:\n- source 1: ${reason}`),
  );
});

test("a key of a function has no polluted members", async () => {
  const key = { accessKeyId: "AK", secretAccessKey: "secret" };
  assert.deepEqual(await polluted(credentials.fromChain(() => key)), key);
});

// Tokens and temporary keys from an emulated IAM, which checks the exact requests and computes each signature itself.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { idToken, permanent, startIam, user } from "./credential-services/iam.mjs";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, noon, setVariables, stopClock, writeText } from "./credential-services/scene.mjs";
import { givenKey } from "./credential-services/server.mjs";

const hour = 3_600_000;
const type = "application/json;charset=utf8";
const tokensPath = "/v3/auth/tokens?nocatalog=true";
const keysPath = "/v3.0/OS-CREDENTIAL/securitytokens";
const login = { userName: user.name, password: user.password, domainName: user.domain, projectId: "project" };

/** @param {number} seconds */
const keysBody = (seconds) =>
  JSON.stringify({ auth: { identity: { methods: ["token"], token: { duration_seconds: seconds } } } });

/** @param {any} seen */
const parsed = ({ method, path, body }) => ({ method, path, body: JSON.parse(body) });

test("fromIdToken exchanges the provider's token for an IAM token, and the IAM token for keys", async (t) => {
  const home = setVariables(t);
  stopClock(t);
  const { origin, host, seen } = await startIam(t);
  const idTokenFile = writeText(home, "token", `${idToken}\n`);
  const source = credentials.fromIdToken({ idpId: "provider", idTokenFile, iamEndpoint: origin });
  assert.deepEqual(await source(), givenKey("1", noon + 6 * hour));
  const first = JSON.stringify({ auth: { id_token: { id: idToken } } });
  assert.deepEqual(seen, [
    {
      method: "POST",
      path: "/v3.0/OS-AUTH/id-token/tokens",
      headers: {
        "content-type": type,
        "x-idp-id": "provider",
        "content-length": `${first.length}`,
        host,
        connection: "keep-alive",
      },
      body: first,
    },
    {
      method: "POST",
      path: keysPath,
      headers: {
        "content-type": type,
        "x-auth-token": "token-1",
        "content-length": `${keysBody(21_600).length}`,
        host,
        connection: "keep-alive",
      },
      body: keysBody(21_600),
    },
  ]);
});

test("the pair of an identity provider takes precedence over keys, in variables and in a profile", async (t) => {
  const home = setVariables(t);
  stopClock(t);
  const { origin, seen } = await startIam(t);
  const file = writeText(home, "token", idToken);
  const profile = `[basic]\nak = A\nsk = s\nidp_id = provider\nid_token_file = ${file}\niam_endpoint = ${origin}\nproject_id = project\n`;
  writeText(home, ".huaweicloud/credentials", profile);
  const expected = { ...givenKey("1", noon + 6 * hour), projectId: "project" };
  assert.deepEqual(await credentials.fromProfile()(), expected);
  Object.assign(process.env, {
    HUAWEICLOUD_SDK_AK: "A",
    HUAWEICLOUD_SDK_SK: "s",
    HUAWEICLOUD_SDK_IDP_ID: "provider",
    HUAWEICLOUD_SDK_ID_TOKEN_FILE: file,
    HUAWEICLOUD_SDK_PROJECT_ID: "project",
    HUAWEICLOUD_SDK_IAM_ENDPOINT: `${origin}/iam/`,
  });
  const reason = `POST ${origin}/iam/v3.0/OS-AUTH/id-token/tokens was refused: HTTP 404: There is nothing. Check the identity provider's id, its mapping, and that the token is not too old.`;
  assert.deepEqual(await failure(credentials.fromEnv()()), failed("fromEnv", reason));
  process.env.HUAWEICLOUD_SDK_IAM_ENDPOINT = origin;
  assert.deepEqual(await credentials.fromEnv()(), { ...expected, ...givenKey("2", noon + 6 * hour) });
  assert.deepEqual(await credentials.fromIdToken({ duration: 900 })(), givenKey("3", noon + hour / 4));
  assert.equal(seen.at(-1)?.body, keysBody(900));
});

test("fromIdToken names the missing half of the pair", async (t) => {
  setVariables(t);
  const { fromIdToken } = credentials;
  const [idp, file] = ["HUAWEICLOUD_SDK_IDP_ID", "HUAWEICLOUD_SDK_ID_TOKEN_FILE"];
  assert.deepEqual(
    await failure(fromIdToken()()),
    failed("fromIdToken", `${idp} and ${file} are not set.`, false),
  );
  assert.deepEqual(
    await failure(fromIdToken({ idpId: "provider" })()),
    failed("fromIdToken", `${file} is not set, and \`idTokenFile\` is not given.`),
  );
  assert.deepEqual(
    await failure(fromIdToken({ idTokenFile: "/token" })()),
    failed("fromIdToken", `${idp} is not set, and \`idpId\` is not given.`),
  );
});

test("a token of an identity provider may have 64 KiB, and a larger file is not sent", async (t) => {
  const home = setVariables(t);
  const { origin, seen } = await startIam(t);
  const ask = (/** @type {number} */ size) => {
    const idTokenFile = writeText(home, "token", "x".repeat(size));
    return failure(credentials.fromIdToken({ idpId: "provider", idTokenFile, iamEndpoint: origin })());
  };
  assert.match((await ask(65_536)).message, /was refused: HTTP 401, IAM\.0011: /);
  assert.equal(seen.length, 1);
  const reason = `the file ${home}/token is too large: it has more than 65536 bytes.`;
  assert.deepEqual(await ask(65_537), failed("fromIdToken", reason));
  assert.equal(seen.length, 1);
});

test("fromPassword gets a token of the project", async (t) => {
  setVariables(t);
  stopClock(t);
  const { origin, host, seen } = await startIam(t);
  const token = credentials.fromPassword({ ...login, iamEndpoint: origin });
  assert.equal(await token({ rejected: undefined }), "token-1");
  const { name, password, domain } = user;
  const body = JSON.stringify({
    auth: {
      identity: { methods: ["password"], password: { user: { name, password, domain: { name: domain } } } },
      scope: { project: { id: "project" } },
    },
  });
  const headers = {
    "content-type": type,
    "content-length": `${body.length}`,
    host,
    connection: "keep-alive",
  };
  assert.deepEqual(seen, [{ method: "POST", path: tokensPath, headers, body }]);
});

test("fromPassword accepts Terraform's variables, functions and a passcode", async (t) => {
  setVariables(t, {
    OS_USER_ID: user.id,
    HW_USER_PASSWORD: "wrong",
    HW_REGION_NAME: "cn-north-4",
  });
  const { origin, seen } = await startIam(t);
  const password = async () => user.password;
  const token = credentials.fromPassword({ password, passcode: () => "123456", iamEndpoint: origin });
  assert.equal(await token(), "token-1");
  assert.deepEqual(seen.map(parsed), [
    {
      method: "POST",
      path: tokensPath,
      body: {
        auth: {
          identity: {
            methods: ["password", "totp"],
            password: { user: { id: user.id, password: user.password } },
            totp: { user: { id: user.id, passcode: "123456" } },
          },
          scope: { project: { name: "cn-north-4" } },
        },
      },
    },
  ]);
});

for (const [left, reason, configured] of /** @type {const} */ ([
  [
    ["userName", "password"],
    "there is no user: pass `userName` or `userId`, or set HW_USER_NAME or HW_USER_ID.",
    false,
  ],
  [["userName"], "there is no user: pass `userName` or `userId`, or set HW_USER_NAME or HW_USER_ID.", true],
  [["password"], "there is no password: pass `password`, or set HW_USER_PASSWORD.", true],
  [["domainName"], "there is no account: pass `domainName` or `domainId`, or set HW_DOMAIN_NAME.", true],
  [
    ["projectId"],
    "there is no project: pass `projectId`, `projectName` or `region`, or set HW_PROJECT_ID.",
    true,
  ],
])) {
  test(`fromPassword without ${left.join(" and ")} says so, and sends nothing`, async (t) => {
    setVariables(t);
    const { origin, seen } = await startIam(t);
    const given = {
      ...login,
      iamEndpoint: origin,
      ...Object.fromEntries(left.map((name) => [name, undefined])),
    };
    assert.deepEqual(
      await failure(credentials.fromPassword(given)()),
      failed("fromPassword", reason, configured),
    );
    assert.deepEqual(seen, []);
  });
}

test("a refused token is dropped, and calls that used the same token share one renewal", async (t) => {
  setVariables(t);
  const { origin, seen } = await startIam(t);
  const token = credentials.fromPassword({ ...login, iamEndpoint: origin });
  const first = await Promise.all([token(), token(), token({ rejected: undefined })]);
  assert.deepEqual(first, ["token-1", "token-1", "token-1"]);
  const rejected = { rejected: "token-1" };
  assert.deepEqual(await Promise.all([token(rejected), token(rejected), token()]), [
    "token-2",
    "token-2",
    "token-2",
  ]);
  // A call that learns of the old token's refusal late gets the new one.
  assert.equal(await token(rejected), "token-2");
  assert.equal(seen.length, 2);
});

test("a token is kept until five minutes before it expires", async (t) => {
  setVariables(t);
  const clock = stopClock(t);
  const { origin } = await startIam(t);
  let renewals = 0;
  // Called at once when a renewal begins.
  const password = () => {
    renewals += 1;
    return user.password;
  };
  const token = credentials.fromPassword({ ...login, password, iamEndpoint: origin });
  await token();
  clock.pass(24 * hour - 300_001);
  await token();
  assert.equal(renewals, 1);
  clock.pass(1);
  assert.equal(await token(), "token-1");
  while ((await token()) !== "token-2") await new Promise((resolve) => setImmediate(resolve));
  assert.equal(renewals, 2);
});

test("the error for a wrong password has IAM's words, and is not kept", async (t) => {
  setVariables(t);
  const { origin } = await startIam(t);
  let password = "wrong-password";
  const token = credentials.fromPassword({ ...login, password: () => password, iamEndpoint: origin });
  const reason = `POST ${origin}/v3/auth/tokens was refused: HTTP 401: The username or password is wrong. Check the user, the domain and the project; a HUAWEI ID account cannot get a token, an IAM user can.`;
  assert.deepEqual(await failure(token()), failed("fromPassword", reason));
  password = user.password;
  assert.equal(await token(), "token-1");
});

test("a token of 64 KiB is accepted, which is four times Node's default limit", async (t) => {
  setVariables(t);
  const { origin } = await startIam(t, { padding: "x".repeat(65_536) });
  const token = credentials.fromPassword({ ...login, iamEndpoint: origin });
  assert.equal((await token()).length, "token-1".length + 65_536);
  assert.equal((await credentials.fromTemporaryKeys(token, { iamEndpoint: origin })()).accessKeyId, "AK1");
});

test("fromTemporaryKeys signs its request with the keys of its source", async (t) => {
  setVariables(t);
  stopClock(t);
  const { origin, host, seen } = await startIam(t);
  const source = credentials.fromTemporaryKeys(() => ({ ...permanent, projectId: "project" }), {
    iamEndpoint: origin,
  });
  assert.deepEqual(await source(), { ...givenKey("1", noon + hour), projectId: "project" });
  const [{ method, path, headers, body } = /** @type {any} */ ({})] = seen;
  const { authorization, ...others } = headers;
  assert.deepEqual(
    { method, path, body, headers: others },
    {
      method: "POST",
      path: keysPath,
      body: keysBody(3600),
      headers: {
        "content-type": type,
        "content-length": `${keysBody(3600).length}`,
        host,
        "x-sdk-date": "20261126T120000Z",
        connection: "keep-alive",
      },
    },
  );
  assert.match(
    authorization,
    /^SDK-HMAC-SHA256 Access=PERMANENTKEY, SignedHeaders=content-type;host;x-sdk-date, Signature=[\da-f]{64}$/,
  );
});

test("a signature with a wrong secret is refused, so the emulated IAM can be trusted", async (t) => {
  setVariables(t);
  const { origin } = await startIam(t);
  const wrong = { ...permanent, secretAccessKey: "another-secret" };
  const reason = `POST ${origin}${keysPath} was refused: HTTP 401: Who are you?.`;
  assert.deepEqual(
    await failure(credentials.fromTemporaryKeys(() => wrong, { iamEndpoint: origin })()),
    failed("fromTemporaryKeys", reason),
  );
});

test("the security token of a source is sent, and signed", async (t) => {
  setVariables(t);
  const { origin, seen } = await startIam(t);
  const key = { ...permanent, securityToken: "security-token" };
  await credentials.fromTemporaryKeys(async () => key, { iamEndpoint: origin })();
  assert.equal(seen[0]?.headers["x-security-token"], "security-token");
  assert.match(
    `${seen[0]?.headers.authorization}`,
    /SignedHeaders=content-type;host;x-sdk-date;x-security-token,/,
  );
});

test("fromTemporaryKeys sends the token of its source, and gets one new token after a refusal", async (t) => {
  setVariables(t);
  const { origin, seen, accept } = await startIam(t);
  accept("fresh");
  /** @type {unknown[]} */
  const asked = [];
  const token = (/** @type {{ rejected?: string }} */ { rejected }) => {
    asked.push(rejected);
    return rejected === undefined ? "stale" : "fresh";
  };
  const source = credentials.fromTemporaryKeys(token, { duration: 900, iamEndpoint: origin });
  assert.equal((await source()).accessKeyId, "AK1");
  assert.deepEqual(asked, [undefined, "stale"]);
  assert.deepEqual(
    seen.map(({ headers, body }) => [headers["x-auth-token"], body]),
    [
      ["stale", keysBody(900)],
      ["fresh", keysBody(900)],
    ],
  );
});

test("a source that has no other token ends the call", async (t) => {
  setVariables(t);
  const { origin, seen } = await startIam(t);
  const source = credentials.fromTemporaryKeys(() => "stale", { iamEndpoint: origin });
  const reason = "IAM refused the token of its source with HTTP 401, and the source gave no other one.";
  assert.deepEqual(await failure(source()), failed("fromTemporaryKeys", reason));
  assert.equal(seen.length, 1);
});

test("the error of a source that fails is passed on unchanged", async (t) => {
  setVariables(t);
  const source = credentials.fromTemporaryKeys(credentials.fromEnv({ names: "HW" }));
  assert.deepEqual(
    await failure(source()),
    failed("fromEnv", "HW_ACCESS_KEY and HW_SECRET_KEY are not set.", false),
  );
});

for (const duration of [899, 86_401, 900_000, 900.5, "900"]) {
  test(`a duration of ${JSON.stringify(duration)} throws where the source is made`, () => {
    assert.throws(() => credentials.fromTemporaryKeys(() => "token", { duration }), {
      name: "TypeError",
      message: "fromTemporaryKeys: expected `duration` to be seconds, a whole number from 900 to 86400.",
    });
  });
}

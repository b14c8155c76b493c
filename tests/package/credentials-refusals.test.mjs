// What credential sources refuse, and the sentence that says what to do: options, files that were named, and what IAM needs.
// @ts-check
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { startIam, user } from "./credential-services/iam.mjs";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, setVariables, writeText } from "./credential-services/scene.mjs";
import { json, keyBody, startServer } from "./credential-services/server.mjs";

const login = { userName: user.name, password: user.password, domainName: user.domain, projectId: "project" };

test("options that are not an object, and values that do not fit, throw where the source is made", () => {
  const { fromEnv, fromPodIdentity, fromProfile } = credentials;
  const times = "milliseconds, a whole number from 1 to 2147483647";
  /** @type {[make: () => unknown, message: string][]} */
  const made = [
    [() => fromEnv(5), "fromEnv: expected `options` to be an object."],
    [() => fromEnv(null), "fromEnv: expected `options` to be an object."],
    [() => fromProfile({ profile: "" }), "fromProfile: expected `profile` to be a non-empty string."],
    [() => fromProfile({ file: 5 }), "fromProfile: expected `file` to be a non-empty string."],
    ...[0, 2_147_483_648, 1.5, "5"].map(
      (timeout) =>
        /** @type {[() => unknown, string]} */ ([
          () => fromPodIdentity({ timeout }),
          `fromPodIdentity: expected \`timeout\` to be ${times}.`,
        ]),
    ),
  ];
  for (const [make, message] of made) assert.throws(make, { name: "TypeError", message });
  for (const timeout of [1, 2_147_483_647]) assert.equal(typeof fromPodIdentity({ timeout }), "function");
});

test("a KooCLI file that an option or a variable names must exist", async (t) => {
  const file = join(setVariables(t), "none.json");
  const says = (/** @type {string} */ name) =>
    failed("fromKooCli", `the file ${file}, which ${name} names, cannot be read: ENOENT.`);
  assert.deepEqual(await failure(credentials.fromKooCli({ file })()), says("the option `file`"));
  process.env.HW_SHARED_CONFIG_FILE = file;
  assert.deepEqual(await failure(credentials.fromKooCli()()), says("HW_SHARED_CONFIG_FILE"));
});

test("a KooCLI file without a profile is not configured; one that was named, or whose profile was, is broken", async (t) => {
  const home = setVariables(t);
  const file = writeText(home, ".hcloud/config.json", '{ "profiles": [] }');
  const { fromKooCli } = credentials;
  const none = `${file} has no profile; its profiles: none.`;
  assert.deepEqual(await failure(fromKooCli()()), failed("fromKooCli", none, false));
  assert.deepEqual(await failure(fromKooCli({ file })()), failed("fromKooCli", none));
  const named = `${file} has no profile "dev"; its profiles: none.`;
  assert.deepEqual(await failure(fromKooCli({ profile: "dev" })()), failed("fromKooCli", named));
});

test("whitespace before and after the lines and the names of a profile file does not count", async (t) => {
  const text = " [ basic ] \n\t# mine\n  ak = A \n\tsk=\ts \n ; end\n";
  writeText(setVariables(t), ".huaweicloud/credentials", text);
  assert.deepEqual(await credentials.fromProfile()(), { accessKeyId: "A", secretAccessKey: "s" });
});

test("fromPassword names the account by its id", async (t) => {
  setVariables(t);
  const { origin, seen } = await startIam(t);
  const { domainName: _, ...others } = login;
  const token = credentials.fromPassword({ ...others, domainId: "account", iamEndpoint: origin });
  assert.equal(await token(), "token-1");
  const { identity, scope } = JSON.parse(`${seen[0]?.body}`).auth;
  assert.deepEqual(identity.password.user, {
    name: user.name,
    password: user.password,
    domain: { id: "account" },
  });
  assert.deepEqual(scope, { project: { id: "project" } });
});

/** @type {[what: string, options: object, reason: string, variables?: Record<string, string>][]} */
const LOGINS = [
  ["a password function that gives a number", { password: () => 5 }, "`password` gave no string."],
  [
    "a password function that gives an empty text",
    { password: async () => "" },
    "`password` gave no string.",
  ],
  ["a passcode function that gives nothing", { passcode: () => undefined }, "`passcode` gave no string."],
  ["a passcode without the user's id", { passcode: "123456" }, "`passcode` needs `userId`."],
  [
    "a region that is not an id",
    { projectId: undefined },
    'HW_REGION_NAME must be a region\'s id, such as "cn-north-4".',
    { HW_REGION_NAME: "north 4" },
  ],
];
for (const [what, options, reason, variables] of LOGINS) {
  test(`fromPassword refuses ${what}, and sends nothing`, async (t) => {
    setVariables(t, variables);
    const { origin, seen } = await startIam(t);
    const token = credentials.fromPassword({ ...login, iamEndpoint: origin, ...options });
    assert.deepEqual(await failure(token()), failed("fromPassword", reason));
    assert.deepEqual(seen, []);
  });
}

for (const given of ["", "two words", "a\nb"]) {
  test(`fromTemporaryKeys sends no token such as ${JSON.stringify(given)}`, async (t) => {
    setVariables(t);
    const { origin, seen } = await startIam(t);
    const source = credentials.fromTemporaryKeys(() => given, { iamEndpoint: origin });
    const reason = "its source gave no token that a request can send.";
    assert.deepEqual(await failure(source()), failed("fromTemporaryKeys", reason));
    assert.deepEqual(seen, []);
  });
}

test("an answer of IAM without a token in its header is broken", async (t) => {
  setVariables(t);
  const { origin } = await startIam(t, { first: [json(201, { token: {} })] });
  const reason = `the answer of ${origin}/v3/auth/tokens has no header X-Subject-Token.`;
  assert.deepEqual(
    await failure(credentials.fromPassword({ ...login, iamEndpoint: origin })()),
    failed("fromPassword", reason),
  );
});

test("pod identity accepts each status from 200 to 299, and a part of a key that is null is missing", async (t) => {
  const home = setVariables(t);
  /** @type {any} */
  let answer;
  const { origin } = await startServer(t, () => answer);
  Object.assign(process.env, {
    HC_CONTAINER_CREDENTIALS_FULL_URI: `${origin}/keys`,
    HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: writeText(home, "token", "authorization"),
  });
  const end = Date.now() + 3_600_000;
  for (const status of [200, 299]) {
    answer = json(status, keyBody("1", end));
    assert.equal((await credentials.fromPodIdentity()()).accessKeyId, "AK1");
  }
  answer = json(300, keyBody("1", end));
  assert.deepEqual(
    await failure(credentials.fromPodIdentity()()),
    failed(
      "fromPodIdentity",
      `POST ${origin}/keys was refused: HTTP 300 (a redirect, which is not followed).`,
    ),
  );
  const { credential } = keyBody("1", end);
  answer = json(200, { credential: { ...credential, secret: null } });
  assert.deepEqual(
    await failure(credentials.fromPodIdentity()()),
    failed("fromPodIdentity", `\`secret\` is missing in the answer of ${origin}/keys.`),
  );
});

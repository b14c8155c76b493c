// What credential services and files say, and what becomes of it in an error or a key.
// @ts-check
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { startIam, user } from "./credential-services/iam.mjs";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, setVariables, writeText } from "./credential-services/scene.mjs";
import { json, startServer } from "./credential-services/server.mjs";

const MEBIBYTE = 1024 * 1024;

/** The error of a pod's service that gives this answer. @param {import("node:test").TestContext} t @param {any} answer */
async function refusal(t, answer) {
  const home = setVariables(t);
  const { origin } = await startServer(t, () => answer);
  Object.assign(process.env, {
    HC_CONTAINER_CREDENTIALS_FULL_URI: origin,
    HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: writeText(home, "token", "authorization-of-the-pod"),
  });
  const { message } = await failure(credentials.fromPodIdentity()());
  return message.replace(`${origin}/`, "URL");
}

/** @type {[what: string, body: unknown, words: string][]} */
const REFUSALS = [
  [
    "error_code and error_msg",
    { error_code: "A.1", error_msg: "Not allowed..." },
    "HTTP 403, A.1: Not allowed.",
  ],
  ["code and message", { code: "A.2", message: "Not allowed" }, "HTTP 403, A.2: Not allowed."],
  ["an error with both", { error: { code: "A.3", message: "Not allowed." } }, "HTTP 403, A.3: Not allowed."],
  ["the status as its code", { error: { code: 403, message: "Not allowed" } }, "HTTP 403: Not allowed."],
  ["numbers", { error: { code: 17, message: 5 } }, "HTTP 403, 17: 5."],
  [
    "a code of two words, and a message of three lines",
    { error_code: "two words", error_msg: "Not\nallowed\u2028here" },
    "HTTP 403: Not allowed here.",
  ],
  ["only a code", { error_code: "A.4" }, "HTTP 403, A.4."],
  ["a message that is null", { error_msg: null }, "HTTP 403."],
  ["only a text", "Not allowed", "HTTP 403."],
  [
    "a message that repeats the token of the request",
    { error_code: "A.5", error_msg: "no right for authorization-of-the-pod" },
    "HTTP 403 (its message is not shown, because it repeats a secret).",
  ],
];
for (const [what, body, words] of REFUSALS) {
  test(`a refusal that has ${what} becomes one line`, async (t) => {
    assert.equal(await refusal(t, json(403, body)), `fromPodIdentity: POST URL was refused: ${words}`);
  });
}

test("an answer may have a mebibyte, and no more", async (t) => {
  assert.equal(
    await refusal(t, { status: 200, body: "x".repeat(MEBIBYTE + 1) }),
    "fromPodIdentity: POST URL got an answer of more than 1048576 bytes.",
  );
  const padding = MEBIBYTE - JSON.stringify({ code: "A.6", padding: "" }).length;
  assert.equal(
    await refusal(t, json(403, { code: "A.6", padding: "x".repeat(padding) })),
    "fromPodIdentity: POST URL was refused: HTTP 403, A.6.",
  );
});

test("a file in the place of the folder of profiles counts as no profile", async (t) => {
  const home = setVariables(t);
  const file = writeText(home, ".huaweicloud", "");
  assert.deepEqual(
    await failure(credentials.fromProfile()()),
    failed("fromProfile", `there is no file ${join(file, "credentials")}.`, false),
  );
});

test("a value in brackets, or after a bracket, is not a section of a profile file", async (t) => {
  writeText(setVariables(t), ".huaweicloud/credentials", "[basic]\nak = [other]\nsk = s\n");
  assert.deepEqual(await credentials.fromProfile()(), { accessKeyId: "[other]", secretAccessKey: "s" });
});

test("a key of KooCLI may have capital letters and digits; any other character means that it is encrypted", async (t) => {
  const home = setVariables(t);
  const keyWith = (/** @type {string} */ accessKeyId) => {
    const profile = { name: "dev", mode: "AKSK", accessKeyId, secretAccessKey: "s" };
    writeText(home, ".hcloud/config.json", JSON.stringify({ current: "dev", profiles: [profile] }));
    return credentials.fromKooCli()();
  };
  for (const id of ["HPUA0123456789ABCDEF", "A".repeat(40)]) {
    assert.equal((await keyWith(id)).accessKeyId, id);
  }
  for (const id of ["HPUA-0123", "hpua0123", "A".repeat(41), "+HPUA"]) {
    const { message } = await failure(keyWith(id));
    assert.match(message, /^fromKooCli: `accessKeyId` in profile "dev" of .* is encrypted, and only KooCLI/);
  }
});

test("a project that no request can carry is refused by its name", async () => {
  const key = { accessKeyId: "A", secretAccessKey: "s", projectId: "two words" };
  const reason = "`projectId` of what it gave must be visible ASCII without spaces or line breaks.";
  assert.deepEqual(
    await failure(credentials.fromChain(() => key)()),
    failed("fromChain", `a source is configured but does not work:\n- source 1: ${reason}`),
  );
});

/** @type {[name: string, domain: object][]} */
const ACCOUNTS = [
  ...["HW", "OS", "OS_USER", "OS_PROJECT"].flatMap(
    (prefix) =>
      /** @type {[string, object][]} */ ([
        [`${prefix}_DOMAIN_NAME`, { name: "account" }],
        [`${prefix}_DOMAIN_ID`, { id: "account" }],
      ]),
  ),
];
for (const [name, domain] of ACCOUNTS) {
  test(`fromPassword gets a token of the account that ${name} names`, async (t) => {
    setVariables(t, { [name]: "account", OS_USERNAME: user.name, OS_PASSWORD: user.password });
    const { origin, seen } = await startIam(t);
    assert.equal(await credentials.fromPassword({ projectId: "project", iamEndpoint: origin })(), "token-1");
    const { password } = JSON.parse(`${seen[0]?.body}`).auth.identity;
    assert.deepEqual(password.user, { name: user.name, password: user.password, domain });
  });
}

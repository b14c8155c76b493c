// Several sources, one after the other: the first that gives a key, and why each of the others did not.
// @ts-check
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { failure, setVariables, writeText } from "./credential-services/scene.mjs";

const key = { accessKeyId: "AK", secretAccessKey: "secret" };

test("the first source that gives a key is the only one that is called from then on", async () => {
  /** @type {string[]} */
  const asked = [];
  let declines = true;
  const first = async () => {
    asked.push("first");
    if (declines) {
      throw new credentials.CredentialsError({ source: "first", reason: "not set up.", configured: false });
    }
    return key;
  };
  const second = () => {
    asked.push("second");
    return { ...key, accessKeyId: "AK2" };
  };
  const chain = credentials.fromChain(first, second);
  assert.deepEqual(await chain(), { ...key, accessKeyId: "AK2" });
  declines = false;
  assert.deepEqual(await chain(), { ...key, accessKeyId: "AK2" });
  assert.deepEqual(asked, ["first", "second", "second"]);
});

test("a chain without a configured source says the reason for each source", async (t) => {
  const home = setVariables(t);
  const { fromChain, fromEnv, fromProfile, fromPodIdentity } = credentials;
  /** @type {any} */
  const error = await fromChain(fromEnv({ names: "HW" }), fromProfile(), fromPodIdentity())().catch(
    (/** @type {unknown} */ thrown) => thrown,
  );
  const lines = [
    "fromEnv: HW_ACCESS_KEY and HW_SECRET_KEY are not set.",
    `fromProfile: there is no file ${join(home, ".huaweicloud/credentials")}.`,
    "fromPodIdentity: HC_CONTAINER_CREDENTIALS_FULL_URI and HC_CONTAINER_AUTHORIZATION_TOKEN_FILE are not set.",
  ];
  assert.equal(error.message, `fromChain: no source is configured:\n- ${lines.join("\n- ")}`);
  assert.deepEqual(
    error.reasons.map((/** @type {any} */ { message, configured }) => [message, configured]),
    lines.map((line) => [line, false]),
  );
  assert.deepEqual([error.name, error.source, error.configured], ["CredentialsError", "fromChain", false]);
  assert.ok(error instanceof credentials.CredentialsError);
  assert.ok(error instanceof Error);
});

test("a source that is configured but fails ends the chain", async (t) => {
  setVariables(t, { HW_ACCESS_KEY: "AK" });
  let asked = 0;
  const chain = credentials.fromChain(
    credentials.fromEnv({ names: "HUAWEICLOUD_SDK" }),
    credentials.fromEnv({ names: "HW" }),
    () => {
      asked += 1;
      return key;
    },
  );
  const lines = [
    "fromEnv: HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set.",
    "fromEnv: HW_SECRET_KEY is missing in the environment.",
  ];
  assert.deepEqual(await failure(chain()), {
    name: "CredentialsError",
    message: `fromChain: a source is configured but does not work:\n- ${lines.join("\n- ")}`,
    source: "fromChain",
    configured: true,
  });
  assert.equal(asked, 0);
  // The failure is not kept.
  process.env.HW_SECRET_KEY = "secret";
  assert.deepEqual(await chain(), key);
});

test("an error of the user's own, or a value that is not a key, ends the chain", async () => {
  const fromVault = async () => {
    throw new RangeError("the vault is sealed");
  };
  const message = (/** @type {string} */ line) =>
    `fromChain: a source is configured but does not work:\n- ${line}`;
  const { fromChain } = credentials;
  assert.equal((await failure(fromChain(fromVault)())).message, message("fromVault: the vault is sealed"));
  assert.equal(
    (await failure(fromChain(() => ({ accessKeyId: "AK" }))())).message,
    message("source 1: `secretAccessKey` of what it gave is missing: pass a string."),
  );
});

test("the error class of the package's other copy is recognized", async (t) => {
  setVariables(t);
  const { createRequire } = await import("node:module");
  const { installTarball } = await import("./tarball.mjs");
  const other = createRequire(join(await installTarball(), "main.cjs"))("sfs-turbo-tasks/credentials");
  assert.notEqual(other.CredentialsError, credentials.CredentialsError);
  assert.deepEqual(await credentials.fromChain(other.fromEnv(), () => key)(), key);
});

test("a chain needs sources, and they must be functions", () => {
  assert.throws(() => credentials.fromChain(), {
    name: "TypeError",
    message: "fromChain: expected at least one source.",
  });
  assert.throws(() => credentials.fromChain(() => key, key), {
    name: "TypeError",
    message: "fromChain: expected `sources[1]` to be a function.",
  });
});

test("fromDefaults tries the SDK variables, the Terraform variables, the profile, and pod identity", async (t) => {
  const home = setVariables(t, {
    HUAWEICLOUD_SDK_AK: "SDK",
    HUAWEICLOUD_SDK_SK: "s",
    HW_ACCESS_KEY: "HW",
    HW_SECRET_KEY: "s",
    HC_CONTAINER_CREDENTIALS_FULL_URI: "http://127.0.0.1:1/",
  });
  writeText(home, ".huaweicloud/credentials", "[basic]\nak = PROFILE\nsk = s\n");
  const ask = async () => (await credentials.fromDefaults()()).accessKeyId;
  assert.equal(await ask(), "SDK");
  delete process.env.HUAWEICLOUD_SDK_AK;
  delete process.env.HUAWEICLOUD_SDK_SK;
  assert.equal(await ask(), "HW");
  delete process.env.HW_ACCESS_KEY;
  delete process.env.HW_SECRET_KEY;
  assert.equal(await ask(), "PROFILE");
  writeText(home, ".huaweicloud/credentials", "");
  const { message } = await failure(credentials.fromDefaults()());
  assert.deepEqual(
    message.split("\n").map((/** @type {string} */ line) => line.split(":")[0]),
    ["fromDefaults", "- fromEnv", "- fromEnv", "- fromProfile", "- fromPodIdentity"],
  );
  assert.match(message, /HC_CONTAINER_AUTHORIZATION_TOKEN_FILE is not: set both\.$/);
});

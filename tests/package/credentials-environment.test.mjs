// Keys from environment variables, by the names of the vendor's SDKs and of its Terraform provider.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, setVariables, stopClock } from "./credential-services/scene.mjs";

test("fromEnv reads the variables of the SDKs", async (t) => {
  setVariables(t, {
    HUAWEICLOUD_SDK_AK: "AKSDK",
    HUAWEICLOUD_SDK_SK: "secret",
    HUAWEICLOUD_SDK_SECURITY_TOKEN: "token",
    HUAWEICLOUD_SDK_PROJECT_ID: "project",
    HW_ACCESS_KEY: "AKHW",
    HW_SECRET_KEY: "other",
  });
  assert.deepEqual(await credentials.fromEnv()(), {
    accessKeyId: "AKSDK",
    secretAccessKey: "secret",
    securityToken: "token",
    projectId: "project",
  });
});

for (const [prefix, names] of /** @type {const} */ ([
  ["HW", ["HW_ACCESS_KEY", "HW_SECRET_KEY", "HW_PROJECT_ID"]],
  ["OS", ["OS_ACCESS_KEY", "OS_SECRET_KEY", "OS_PROJECT_ID"]],
])) {
  test(`fromEnv reads the variables of Terraform's provider that begin with ${prefix}_`, async (t) => {
    const [accessKeyId, secretAccessKey, projectId] = names;
    setVariables(t, { [accessKeyId]: "AK", [secretAccessKey]: "secret", [projectId]: "project" });
    assert.deepEqual(await credentials.fromEnv()(), {
      accessKeyId: "AK",
      secretAccessKey: "secret",
      projectId: "project",
    });
  });
}

test("HW_ goes before OS_, and an empty variable counts as not set", async (t) => {
  setVariables(t, {
    HW_ACCESS_KEY: "AKHW",
    OS_ACCESS_KEY: "AKOS",
    HW_SECRET_KEY: "",
    OS_SECRET_KEY: "secret",
  });
  assert.deepEqual(await credentials.fromEnv()(), { accessKeyId: "AKHW", secretAccessKey: "secret" });
});

test("fromEnv reads the variables of an object that it is given", async (t) => {
  setVariables(t, { HUAWEICLOUD_SDK_AK: "AKSDK", HUAWEICLOUD_SDK_SK: "secret" });
  const { fromEnv } = credentials;
  assert.equal((await fromEnv({ names: "HUAWEICLOUD_SDK" })()).accessKeyId, "AKSDK");
  assert.deepEqual(
    await failure(fromEnv({ names: "HW" })()),
    failed("fromEnv", "HW_ACCESS_KEY and HW_SECRET_KEY are not set.", false),
  );
});

test("without any variable it is not configured", async (t) => {
  setVariables(t, { HUAWEICLOUD_SDK_PROJECT_ID: "project" });
  const reason =
    "neither HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK nor HW_ACCESS_KEY and HW_SECRET_KEY are set.";
  assert.deepEqual(await failure(credentials.fromEnv()()), failed("fromEnv", reason, false));
});

test("half a pair is broken, and the message names the missing half", async (t) => {
  setVariables(t, { HUAWEICLOUD_SDK_AK: "AK", HW_ACCESS_KEY: "AK", HW_SECRET_KEY: "secret" });
  const reason = "HUAWEICLOUD_SDK_SK is missing in the environment.";
  assert.deepEqual(await failure(credentials.fromEnv()()), failed("fromEnv", reason));
});

test("half a pair of an identity provider is broken too", async (t) => {
  setVariables(t, { HUAWEICLOUD_SDK_IDP_ID: "provider" });
  const reason = "HUAWEICLOUD_SDK_IDP_ID is set, but HUAWEICLOUD_SDK_ID_TOKEN_FILE is not: set both.";
  assert.deepEqual(await failure(credentials.fromEnv()()), failed("fromEnv", reason));
});

test("a key with a line break is broken, and is not shown", async (t) => {
  setVariables(t, { HUAWEICLOUD_SDK_AK: "AK", HUAWEICLOUD_SDK_SK: "secret\n" });
  const reason = "HUAWEICLOUD_SDK_SK in the environment must be visible ASCII without spaces or line breaks.";
  assert.deepEqual(await failure(credentials.fromEnv()()), failed("fromEnv", reason));
});

test("variables are read when keys are needed, are kept, and are read again after five minutes", async (t) => {
  setVariables(t);
  const clock = stopClock(t);
  const source = credentials.fromEnv();
  Object.assign(process.env, { HW_ACCESS_KEY: "AK1", HW_SECRET_KEY: "secret" });
  assert.equal((await source()).accessKeyId, "AK1");
  process.env.HW_ACCESS_KEY = "AK2";
  clock.pass(299_999);
  assert.equal((await source()).accessKeyId, "AK1");
  clock.pass(1);
  assert.equal((await source()).accessKeyId, "AK2");
});

test("keys whose variables are removed fail at the next reading; if half of the pair remains, they serve for five minutes more", async (t) => {
  setVariables(t, { HW_ACCESS_KEY: "AK", HW_SECRET_KEY: "secret" });
  const clock = stopClock(t);
  const source = credentials.fromEnv({ names: "HW" });
  await source();
  delete process.env.HW_SECRET_KEY;
  clock.pass(300_000);
  assert.equal((await source()).accessKeyId, "AK");
  clock.pass(300_000);
  const half = "HW_SECRET_KEY is missing in the environment.";
  assert.deepEqual(await failure(source()), failed("fromEnv", half));
  process.env.HW_SECRET_KEY = "secret";
  await source();
  delete process.env.HW_ACCESS_KEY;
  delete process.env.HW_SECRET_KEY;
  clock.pass(300_000);
  const none = "HW_ACCESS_KEY and HW_SECRET_KEY are not set.";
  assert.deepEqual(await failure(source()), failed("fromEnv", none, false));
});

test("a failure is not kept", async (t) => {
  setVariables(t);
  const source = credentials.fromEnv();
  assert.equal((await failure(source())).configured, false);
  Object.assign(process.env, { HW_ACCESS_KEY: "AK", HW_SECRET_KEY: "secret" });
  assert.equal((await source()).accessKeyId, "AK");
});

test("an unknown option, or one that does not fit, throws where the source is made", () => {
  const { fromEnv } = credentials;
  assert.throws(() => fromEnv({ prefix: "HW" }), {
    name: "TypeError",
    message: "fromEnv has no option `prefix`; its names are names, region, iamEndpoint, timeout.",
  });
  assert.throws(() => fromEnv({ names: "OS" }), {
    name: "TypeError",
    message: 'fromEnv: expected `names` to be "HUAWEICLOUD_SDK" or "HW".',
  });
  assert.throws(() => fromEnv({ region: "evil.example/" }), {
    name: "TypeError",
    message: 'fromEnv: expected `region` to be a region\'s id, such as "cn-north-4".',
  });
});

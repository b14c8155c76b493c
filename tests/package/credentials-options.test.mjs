// Where credential sources get what IAM needs: their own options, and those that a chain passes on.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { idToken, startIam, user } from "./credential-services/iam.mjs";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, setVariables, writeText } from "./credential-services/scene.mjs";
import { json, keyBody, startServer } from "./credential-services/server.mjs";

test("fromDefaults passes the address of IAM on to the variables", async (t) => {
  const home = setVariables(t);
  const { origin } = await startIam(t);
  Object.assign(process.env, {
    HUAWEICLOUD_SDK_IDP_ID: "provider",
    HUAWEICLOUD_SDK_ID_TOKEN_FILE: writeText(home, "token", idToken),
    HUAWEICLOUD_SDK_PROJECT_ID: "project",
  });
  const key = await credentials.fromDefaults({ iamEndpoint: origin })();
  assert.deepEqual([key.accessKeyId, key.projectId], ["AK1", "project"]);
});

test("fromDefaults passes the address of IAM on to a profile", async (t) => {
  const home = setVariables(t);
  const { origin } = await startIam(t);
  const file = writeText(home, "token", idToken);
  writeText(home, ".huaweicloud/credentials", `[basic]\nidp_id = provider\nid_token_file = ${file}\n`);
  assert.equal((await credentials.fromDefaults({ iamEndpoint: origin })()).accessKeyId, "AK1");
});

test("fromDefaults says for each source before a broken one that it is not configured", async (t) => {
  const file = writeText(setVariables(t), ".huaweicloud/credentials", "[basic]\nak = A\n");
  const reasons = [
    "fromEnv: HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set.",
    "fromEnv: HW_ACCESS_KEY and HW_SECRET_KEY are not set.",
    `fromProfile: \`sk\` is missing in section [basic] of ${file}.`,
  ];
  assert.deepEqual(
    await failure(credentials.fromDefaults()()),
    failed("fromDefaults", `a source is configured but does not work:\n- ${reasons.join("\n- ")}`),
  );
});

test("fromDefaults has the options of IAM, and no others", () => {
  const { fromDefaults } = credentials;
  for (const options of [{ region: "cn-north-4" }, { iamEndpoint: "https://iam.example" }, { timeout: 1 }]) {
    assert.equal(typeof fromDefaults(options), "function");
  }
  assert.throws(() => fromDefaults({ profile: "basic" }), {
    name: "TypeError",
    message: "fromDefaults has no option `profile`; its names are region, iamEndpoint, timeout.",
  });
});

/** @type {[name: string, value: string, scope: object][]} */
const PROJECTS = [
  ["HW_PROJECT_ID", "p-1", { project: { id: "p-1" } }],
  ["OS_PROJECT_ID", "p-2", { project: { id: "p-2" } }],
  ["HW_PROJECT_NAME", "cn-north-4_dev", { project: { name: "cn-north-4_dev" } }],
  ["OS_PROJECT_NAME", "cn-north-4_test", { project: { name: "cn-north-4_test" } }],
  ["HW_REGION_NAME", "cn-north-4", { project: { name: "cn-north-4" } }],
];
for (const [name, value, scope] of PROJECTS) {
  test(`fromPassword gets a token of the project that ${name} names`, async (t) => {
    setVariables(t, { [name]: value });
    const { origin, seen } = await startIam(t);
    const login = { userName: user.name, password: user.password, domainName: user.domain };
    assert.equal(await credentials.fromPassword({ ...login, iamEndpoint: origin })(), "token-1");
    assert.deepEqual(JSON.parse(`${seen[0]?.body}`).auth.scope, scope);
  });
}

test("the token of a pod may have words, such as a scheme and its value", async (t) => {
  const home = setVariables(t);
  const { origin, seen } = await startServer(t, () => json(200, keyBody("1", Date.now() + 3_600_000)));
  Object.assign(process.env, {
    HC_CONTAINER_CREDENTIALS_FULL_URI: origin,
    HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: writeText(home, "token", "Bearer abc.def\n"),
  });
  await credentials.fromPodIdentity()();
  assert.equal(seen[0]?.headers.authorization, "Bearer abc.def");
});

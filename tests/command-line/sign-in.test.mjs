// Every source that signs in, in its order; and profiles as Windows writes them.
// @ts-check
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { writeText } from "../package/credential-services/scene.mjs";
import { json, keyBody, startServer } from "../package/credential-services/server.mjs";
import { temporaryFolder } from "../package/folders.mjs";
import { run, runOnTerminal } from "./program.mjs";
import { scene } from "./scene.mjs";

/** Runs `list` and `whoami`, which have to agree. @param {string[]} flags @param {any} options */
async function both(flags, options) {
  const list = await run(["list", "-o", "id", ...flags], options);
  assert.equal(list.code, 0, list.stderr);
  const who = await run(["whoami", ...flags], options);
  assert.equal(who.code, 0, who.stderr);
  return JSON.parse(who.stdout);
}

test("a token: from the environment, from a file, from standard input", async (t) => {
  const { emulator, env, place } = await scene(t);
  const folder = temporaryFolder("token");
  const its = { ...place, SFS_TURBO_PROJECT_ID: emulator.projectId };
  const from = "the environment variable SFS_TURBO_TOKEN";
  assert.equal((await both([], { env })).from, from);
  const file = writeText(folder, "token", `\ufeff${emulator.token}\r\n`);
  assert.equal((await both(["--token-file", file], { env: its })).from, `the file ${file}`);
  const input = `${emulator.token}\n`;
  assert.equal(
    (await both(["--token-stdin"], { env: { ...its, SFS_TURBO_TOKEN: "old" }, input })).from,
    "standard input",
  );
});

test("an invalid token, and two ways at once, are refused; a token on a terminal too", async (t) => {
  const { place } = await scene(t);
  const env = { ...place, SFS_TURBO_PROJECT_ID: "p" };
  const folder = temporaryFolder("token");
  const [empty, long] = [writeText(folder, "empty", "\n"), writeText(folder, "long", "two words")];
  const list = (/** @type {string[]} */ ...flags) => run(["list", ...flags], { env });
  const told = async (/** @type {Promise<{ code: number | null, stderr: string }>} */ ended) => {
    const { code, stderr } = await ended;
    return [code, stderr.split("\n")[0]];
  };
  assert.deepEqual(await told(list("--token-file", empty)), [
    4,
    `error: There is no token in the file ${empty} of --token-file.`,
  ]);
  assert.deepEqual(await told(list("--token-file", long)), [
    4,
    `error: The text in the file ${long} of --token-file is not a token: a token is one line of visible ASCII characters.`,
  ]);
  assert.deepEqual(await told(list("--token-file", join(folder, "none"))), [
    4,
    `error: the file ${join(folder, "none")} of --token-file cannot be read: ENOENT`,
  ]);
  assert.deepEqual(await told(list("--token-file", long, "--profile", "a")), [
    2,
    "error: --token-file and --profile are two ways to sign in: use one of them.",
  ]);
  const typed = await runOnTerminal(["list", "--token-stdin"], { env });
  assert.equal(typed.code, 2);
  assert.match(typed.stdout, /--token-stdin reads the token from a pipe/);
});

test("a key from the environment: the vendor's SDKs before Terraform, each with its project", async (t) => {
  const { emulator, place } = await scene(t);
  const { accessKeyId, secretAccessKey } = emulator.credentials;
  const terraform = {
    HW_ACCESS_KEY: accessKeyId,
    HW_SECRET_KEY: secretAccessKey,
    HW_PROJECT_ID: emulator.projectId,
  };
  const hw = await both([], { env: { ...place, ...terraform } });
  assert.deepEqual(hw, {
    way: "access key",
    from: "the environment variables HW_…",
    accessKey: `…${accessKeyId.slice(-4)}`,
    endpoint: { value: place.SFS_TURBO_ENDPOINT, from: "SFS_TURBO_ENDPOINT" },
    project: { value: emulator.projectId, from: "HW_PROJECT_ID" },
    share: { value: place.SFS_TURBO_SHARE_ID, from: "SFS_TURBO_SHARE_ID" },
  });
  const sdk = {
    HUAWEICLOUD_SDK_AK: accessKeyId,
    HUAWEICLOUD_SDK_SK: secretAccessKey,
    HUAWEICLOUD_SDK_PROJECT_ID: emulator.projectId,
  };
  const env = { ...place, ...sdk, HW_ACCESS_KEY: "AK", HW_SECRET_KEY: "SK", HW_PROJECT_ID: "another" };
  const { from, project } = await both([], { env });
  assert.equal(from, "the environment variables HUAWEICLOUD_SDK_…");
  assert.equal(project.from, "HUAWEICLOUD_SDK_PROJECT_ID");
});

test("a profile at its default place, whose project counts if nothing else sets one", async (t) => {
  const { emulator, place } = await scene(t);
  const { accessKeyId, secretAccessKey } = emulator.credentials;
  const home = temporaryFolder("home");
  const section = `ak = ${accessKeyId}\r\nsk = ${secretAccessKey}\r\nproject_id = ${emulator.projectId}\r\n`;
  writeText(home, ".huaweicloud/credentials", `\ufeff[basic]\r\n${section}\r\n[basic-dev]\r\n${section}`);
  const env = { ...place, HOME: home, USERPROFILE: home };
  const usual = await both([], { env });
  assert.deepEqual(usual.project, { value: emulator.projectId, from: "the profile file" });
  assert.equal(usual.from, "the profile file");
  const named = await both(["--profile", "basic-dev"], { env: { ...env, SFS_TURBO_TOKEN: "not-asked" } });
  assert.equal(named.from, "profile [basic-dev]");
  const own = await run(["whoami", "--project", "mine", "-o", "id"], { env });
  assert.equal(own.stdout, "mine\n");
});

test("a profile file at a path of Windows, with paths of Windows in it", async (t) => {
  const { emulator, place } = await scene(t);
  const { accessKeyId, secretAccessKey } = emulator.credentials;
  const cwd = temporaryFolder("windows");
  const file = "C:\\Users\\me\\.huaweicloud\\credentials";
  const tokenFile = "C:\\Users\\me\\new\\id token.jwt";
  const key = `ak = ${accessKeyId}\r\nsk = ${secretAccessKey}\r\nproject_id = ${emulator.projectId}\r\n`;
  const provider = `idp_id = provider\r\nid_token_file = "${tokenFile}"\r\n`;
  writeText(cwd, file, `[basic]\r\n${key}[provider]\r\n${provider}`);
  const options = { env: { ...place, HUAWEICLOUD_SDK_CREDENTIALS_FILE: file }, cwd };
  assert.equal((await both([], options)).from, "the profile file");
  const failed = await run(["whoami", "--profile", "provider"], options);
  assert.equal(failed.code, 4);
  assert.ok(failed.stderr.includes(tokenFile), failed.stderr);
});

test("the pod identity of a cluster, whose keys are temporary", async (t) => {
  const key = keyBody("1", Date.now() + 3_600_000).credential;
  const { emulator, place } = await scene(t, {
    accessKeyId: key.access,
    secretAccessKey: key.secret,
    securityToken: key.securitytoken,
  });
  const { origin } = await startServer(t, () => json(200, { credential: key }));
  const folder = temporaryFolder("pod");
  mkdirSync(folder, { recursive: true });
  const env = {
    ...place,
    SFS_TURBO_PROJECT_ID: emulator.projectId,
    HC_CONTAINER_CREDENTIALS_FULL_URI: `${origin}/v1/credentials`,
    HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: writeText(folder, "token", "pod-token"),
  };
  assert.equal((await both([], { env })).from, "the pod identity of a CCE cluster");
});

test("whoami tries the sources of a request, in their order", async () => {
  const env = {
    SFS_TURBO_REGION: "cn-north-4",
    SFS_TURBO_PROJECT_ID: "p",
    SFS_TURBO_SHARE_ID: "s",
    HW_ACCESS_KEY: "AK",
  };
  const [list, who] = await Promise.all([run(["list"], { env }), run(["whoami"], { env })]);
  assert.deepEqual([list.code, who.code], [4, 4]);
  const reasons = (/** @type {string} */ text) => text.split("\n").filter((line) => line.startsWith("- "));
  assert.deepEqual(reasons(who.stderr), reasons(list.stderr));
  assert.equal(reasons(who.stderr).length, 2);
});

test("whoami refuses an endpoint with a password like a request, and does not repeat it", async (t) => {
  const { env } = await scene(t);
  const args = ["--endpoint", "https://user:secret@example.com"];
  const [list, who] = await Promise.all([run(["list", ...args], { env }), run(["whoami", ...args], { env })]);
  assert.deepEqual([list.code, who.code, who.stdout], [2, 2, ""]);
  assert.equal(who.stderr.split("\n")[0], list.stderr.split("\n")[0]);
  assert.ok(!who.stderr.includes("secret@"));
});

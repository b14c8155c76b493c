// Keys from the profile file of the SDKs and from the configuration of KooCLI.
// @ts-check
import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, setVariables, stopClock, writeText } from "./credential-services/scene.mjs";

const usualProfile = ".huaweicloud/credentials";
const usualConfig = ".hcloud/config.json";

test("fromProfile reads section [basic] of the default file", async (t) => {
  const home = setVariables(t);
  writeText(
    home,
    usualProfile,
    "\uFEFF# mine\r\n[global]\r\nak = AKGLOBAL\r\nsk = other\r\n\r\n[basic] ; project\r\nAK=AKBASIC\r\nsk : secret%1 # old\r\nproject_id = 'project'\r\nsecurity_token=token==\r\n",
  );
  assert.deepEqual(await credentials.fromProfile()(), {
    accessKeyId: "AKBASIC",
    secretAccessKey: "secret%1",
    securityToken: "token==",
    projectId: "project",
  });
});

test("a profile is found by its exact name, otherwise by its name in any case", async (t) => {
  const home = setVariables(t);
  writeText(home, usualProfile, "[basic-dev]\nak = A\nsk = s\n[Basic-Prod]\nak = B\nsk = s\n");
  const { fromProfile } = credentials;
  assert.equal((await fromProfile({ profile: "basic-dev" })()).accessKeyId, "A");
  assert.equal((await fromProfile({ profile: "BASIC-PROD" })()).accessKeyId, "B");
});

test("the option takes precedence over HUAWEICLOUD_SDK_CREDENTIALS_FILE, and the variable over the default file", async (t) => {
  const home = setVariables(t);
  const text = (/** @type {string} */ id) => `[basic]\nak = ${id}\nsk = s\n`;
  writeText(home, usualProfile, text("USUAL"));
  process.env.HUAWEICLOUD_SDK_CREDENTIALS_FILE = writeText(home, "variable", text("VARIABLE"));
  const file = writeText(home, "option", text("OPTION"));
  assert.equal((await credentials.fromProfile({ file })()).accessKeyId, "OPTION");
  assert.equal((await credentials.fromProfile()()).accessKeyId, "VARIABLE");
  delete process.env.HUAWEICLOUD_SDK_CREDENTIALS_FILE;
  assert.equal((await credentials.fromProfile()()).accessKeyId, "USUAL");
});

test("without the default file it is not configured; a missing file that was named is broken", async (t) => {
  const home = setVariables(t);
  const { fromProfile } = credentials;
  assert.deepEqual(
    await failure(fromProfile()()),
    failed("fromProfile", `there is no file ${join(home, usualProfile)}.`, false),
  );
  assert.deepEqual(
    await failure(fromProfile({ file: "/nowhere" })()),
    failed("fromProfile", "the file /nowhere, which the option `file` names, cannot be read: ENOENT."),
  );
  process.env.HUAWEICLOUD_SDK_CREDENTIALS_FILE = "/nowhere";
  const named = "the file /nowhere, which HUAWEICLOUD_SDK_CREDENTIALS_FILE names, cannot be read: ENOENT.";
  assert.deepEqual(await failure(fromProfile()()), failed("fromProfile", named));
});

test("without section [basic] in the default file it is not configured; a missing section that was named is broken", async (t) => {
  const home = setVariables(t);
  const file = writeText(home, usualProfile, "[global]\nak = A\nsk = s\n[other]\n");
  const reason = (/** @type {string} */ name) =>
    `${file} has no section [${name}]; its sections: [global], [other].`;
  const { fromProfile } = credentials;
  assert.deepEqual(await failure(fromProfile()()), failed("fromProfile", reason("basic"), false));
  assert.deepEqual(
    await failure(fromProfile({ profile: "basic-dev" })()),
    failed("fromProfile", reason("basic-dev")),
  );
});

for (const [text, reason] of [
  ["[basic]\nak = A\n", "`sk` is missing in section [basic] of "],
  ["[basic]\nsk = s\nak =\n", "`ak` is missing in section [basic] of "],
]) {
  test(`a section with half a key is broken: ${JSON.stringify(text)}`, async (t) => {
    const file = writeText(setVariables(t), usualProfile, text ?? "");
    assert.deepEqual(await failure(credentials.fromProfile()()), failed("fromProfile", `${reason}${file}.`));
  });
}

test("an unreadable line is reported by its number, and is not shown", async (t) => {
  const file = writeText(setVariables(t), usualProfile, "[basic]\nak = A\nsecret-0123456789\n");
  const reason = `line 3 of ${file} is not a section, a comment or \`key = value\`.`;
  assert.deepEqual(await failure(credentials.fromProfile()()), failed("fromProfile", reason));
});

test("a file is read when keys are needed, and again after five minutes", async (t) => {
  const home = setVariables(t);
  const clock = stopClock(t);
  const source = credentials.fromProfile();
  writeText(home, usualProfile, "[basic]\nak = FIRST\nsk = s\n");
  assert.equal((await source()).accessKeyId, "FIRST");
  writeText(home, usualProfile, "[basic]\nak = SECOND\nsk = s\n");
  assert.equal((await source()).accessKeyId, "FIRST");
  clock.pass(300_000);
  assert.equal((await source()).accessKeyId, "SECOND");
});

test("after a file becomes unreadable its keys serve for five minutes, it is tried again each minute, and then it fails", async (t) => {
  const home = setVariables(t);
  const clock = stopClock(t);
  const source = credentials.fromProfile();
  const good = (/** @type {string} */ id) => `[basic]\nak = ${id}\nsk = s\n`;
  const file = writeText(home, usualProfile, good("FIRST"));
  await source();
  writeText(home, usualProfile, "[basic]\nak = SECOND\nbroken\n");
  clock.pass(300_000);
  assert.equal((await source()).accessKeyId, "FIRST");
  // Repaired within the minute, and read when the minute is over.
  writeText(home, usualProfile, good("THIRD"));
  clock.pass(59_999);
  assert.equal((await source()).accessKeyId, "FIRST");
  clock.pass(1);
  assert.equal((await source()).accessKeyId, "THIRD");
  // A successful reading starts the five minutes again.
  writeText(home, usualProfile, "broken\n");
  clock.pass(300_000);
  assert.equal((await source()).accessKeyId, "THIRD");
  clock.pass(299_999);
  assert.equal((await source()).accessKeyId, "THIRD");
  clock.pass(1);
  const reason = `line 1 of ${file} is not a section, a comment or \`key = value\`.`;
  assert.deepEqual(await failure(source()), failed("fromProfile", reason));
  assert.deepEqual(await failure(source()), failed("fromProfile", reason));
  writeText(home, usualProfile, good("FOURTH"));
  assert.equal((await source()).accessKeyId, "FOURTH");
});

test("after the default file is removed, keys fail at the next reading", async (t) => {
  const home = setVariables(t);
  const clock = stopClock(t);
  for (const [make, path, text] of /** @type {const} */ ([
    [credentials.fromProfile, usualProfile, "[basic]\nak = AK\nsk = s\n"],
    [credentials.fromKooCli, usualConfig, JSON.stringify(config)],
  ])) {
    const source = make();
    const file = writeText(home, path, text);
    await source();
    rmSync(file);
    clock.pass(299_999);
    await source();
    clock.pass(1);
    assert.deepEqual(await failure(source()), failed(make.name, `there is no file ${file}.`, false));
    // They are not used again while a new file cannot be read.
    writeText(home, path, "broken");
    assert.equal((await failure(source())).configured, true);
  }
});

test("a file larger than 1 MiB is broken", async (t) => {
  const text = `[basic]\nak = AK\nsk = s\n#`;
  const file = writeText(setVariables(t), usualProfile, text.padEnd(1_048_576, "#"));
  const source = credentials.fromProfile();
  assert.equal((await source()).accessKeyId, "AK");
  writeText(process.env.HOME ?? "", usualProfile, text.padEnd(1_048_577, "#"));
  assert.deepEqual(
    await failure(credentials.fromProfile()()),
    failed("fromProfile", `the file ${file} is too large: it has more than 1048576 bytes.`),
  );
});

test("a configuration without a current profile has no profile, even if it lists profiles", async (t) => {
  const file = writeText(setVariables(t), usualConfig, JSON.stringify({ profiles: [null, "x", plain, {}] }));
  assert.deepEqual(
    await failure(credentials.fromKooCli()()),
    failed("fromKooCli", `${file} has no profile; its profiles: dev.`),
  );
});

const plain = {
  name: "dev",
  mode: "AKSK",
  accessKeyId: "AKDEV",
  secretAccessKey: "secret",
  projectId: "project",
};
const session = { accessKeyId: "AKSSO", secretAccessKey: "secret", securityToken: "token" };
const config = {
  current: "dev",
  profiles: [
    plain,
    { name: "sso", mode: "SSO", accessKeyId: "", ssoAuth: { stsToken: session } },
    { name: "ecs", mode: "ecsAgency" },
    { name: "locked", mode: "AKSK", accessKeyId: "ZW5jcnlwdGVk/+8=", secretAccessKey: "ZW5jcnlwdGVk" },
  ],
};

test("fromKooCli reads the current profile of the default file", async (t) => {
  writeText(setVariables(t), usualConfig, JSON.stringify(config));
  assert.deepEqual(await credentials.fromKooCli()(), {
    accessKeyId: "AKDEV",
    secretAccessKey: "secret",
    projectId: "project",
  });
});

test("fromKooCli uses the keys of an SSO session", async (t) => {
  writeText(setVariables(t), usualConfig, JSON.stringify(config));
  assert.deepEqual(await credentials.fromKooCli({ profile: "sso" })(), session);
});

test("HW_PROFILE and HW_SHARED_CONFIG_FILE choose the profile and the file", async (t) => {
  const home = setVariables(t, { HW_PROFILE: "sso", HW_SHARED_CONFIG_FILE: "~/elsewhere.json" });
  writeText(home, "elsewhere.json", JSON.stringify(config));
  assert.equal((await credentials.fromKooCli()()).accessKeyId, "AKSSO");
  assert.equal((await credentials.fromKooCli({ profile: "dev" })()).accessKeyId, "AKDEV");
});

for (const [profile, reason] of [
  ["ecs", 'mode ecsAgency in profile "ecs" of FILE has no keys: use fromEcsMetadata().'],
  [
    "locked",
    '`accessKeyId` in profile "locked" of FILE is encrypted, and only KooCLI can read it. Run `hcloud configure set --cli-auth-encrypt=false`, or use another source.',
  ],
  ["none", 'FILE has no profile "none"; its profiles: dev, sso, ecs, locked.'],
]) {
  test(`profile ${profile} of KooCLI is broken, and the message says what to do`, async (t) => {
    const file = writeText(setVariables(t), usualConfig, JSON.stringify(config));
    assert.deepEqual(
      await failure(credentials.fromKooCli({ profile })()),
      failed("fromKooCli", (reason ?? "").replace("FILE", file)),
    );
  });
}

test("without a KooCLI file it is not configured; a file that is not JSON is broken, and its text is not shown", async (t) => {
  const home = setVariables(t);
  const { fromKooCli } = credentials;
  const missing = `there is no file ${join(home, usualConfig)}.`;
  assert.deepEqual(await failure(fromKooCli()()), failed("fromKooCli", missing, false));
  const file = writeText(home, usualConfig, '{"secretAccessKey": "secret-0123456789"');
  const reason = `${file} is not a configuration of KooCLI: it has no \`profiles\`.`;
  assert.deepEqual(await failure(fromKooCli()()), failed("fromKooCli", reason));
});

test("an existing default file that cannot be read is broken", async (t) => {
  const folder = join(setVariables(t), usualProfile);
  mkdirSync(folder, { recursive: true });
  assert.deepEqual(
    await failure(credentials.fromProfile()()),
    failed("fromProfile", `the file ${folder} cannot be read: EISDIR.`),
  );
});

// The home directory in which tools keep their keys: without one there are no such keys.
// @ts-check
import assert from "node:assert/strict";
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, setVariables, writeText } from "./credential-services/scene.mjs";
import { temporaryFolder } from "./folders.mjs";

const profile = "[basic]\nak = AK\nsk = s\n";
const config = JSON.stringify({
  current: "dev",
  profiles: [{ name: "dev", accessKeyId: "AK", secretAccessKey: "s" }],
});

/**
 * What a system may report as the home directory. The current directory contains keys.
 * @type {Record<string, () => string>}
 */
const homes = {
  "is not known": () => {
    throw Object.assign(new Error("A system error occurred: uv_os_homedir returned ENOENT"), {
      code: "ERR_SYSTEM_ERROR",
    });
  },
  "is empty": () => "",
  "is a relative path": () => "here",
};

/** @param {import("node:test").TestContext} t @param {() => string} homedir */
function setHome(t, homedir) {
  setVariables(t);
  t.mock.method(os, "homedir", homedir);
  syncBuiltinESMExports();
  const folder = process.cwd();
  t.after(() => {
    t.mock.restoreAll();
    syncBuiltinESMExports();
    process.chdir(folder);
  });
  const current = temporaryFolder("current");
  for (const home of [current, join(current, "here")]) {
    writeText(home, ".huaweicloud/credentials", profile);
    writeText(home, ".hcloud/config.json", config);
  }
  process.chdir(current);
}

for (const [name, homedir] of Object.entries(homes)) {
  test(`a home that ${name} has no keys, and the current directory is not read instead`, async (t) => {
    setHome(t, homedir);
    const missing = (/** @type {string} */ file) => `there is no home directory, and so no file ~/${file}.`;
    assert.deepEqual(
      await failure(credentials.fromProfile()()),
      failed("fromProfile", missing(".huaweicloud/credentials"), false),
    );
    assert.deepEqual(
      await failure(credentials.fromKooCli()()),
      failed("fromKooCli", missing(".hcloud/config.json"), false),
    );
  });

  test(`with a home that ${name} fromDefaults continues with pod identity`, async (t) => {
    setHome(t, homedir);
    process.env.HC_CONTAINER_CREDENTIALS_FULL_URI = "http://127.0.0.1:1/";
    const { message } = await failure(credentials.fromDefaults()());
    assert.match(message, /HC_CONTAINER_AUTHORIZATION_TOKEN_FILE is not: set both\.$/);
  });

  test(`a file that HW_SHARED_CONFIG_FILE names in a home that ${name} is broken`, async (t) => {
    setHome(t, homedir);
    process.env.HW_SHARED_CONFIG_FILE = "~/.hcloud/config.json";
    const reason = "HW_SHARED_CONFIG_FILE starts with ~, but there is no home directory.";
    assert.deepEqual(await failure(credentials.fromKooCli()()), failed("fromKooCli", reason));
  });
}

test("an empty HOME counts as no home", async (t) => {
  setVariables(t, { HOME: "", USERPROFILE: "" });
  const { configured } = await failure(credentials.fromProfile()());
  assert.equal(configured, false);
});

test("a home is used unchanged, even with a dollar in its name", async (t) => {
  const home = join(setVariables(t), "$&$1");
  Object.assign(process.env, { HOME: home, USERPROFILE: home, HW_SHARED_CONFIG_FILE: "~/config.json" });
  writeText(home, "config.json", config);
  writeText(home, ".huaweicloud/credentials", profile);
  assert.equal((await credentials.fromKooCli()()).accessKeyId, "AK");
  assert.equal((await credentials.fromProfile()()).accessKeyId, "AK");
});

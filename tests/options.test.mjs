// The options of the tools: a wrong one is refused before anything happens, and each tool explains itself.
// @ts-check
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { wholeNumber } from "../tools/options.mjs";
import { root } from "../tools/run.mjs";

/** The tools of package.json, by the names of their scripts, except the one that is the command line of the package. */
const tools = Object.entries(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts)
  .filter(([name]) => name !== "emulator")
  .map(([name, command]) => ({ name, file: `${command}`.replace(/^node /, "") }));

for (const { name, file } of tools) {
  test(`\`${name}\` refuses an unknown option with its usage, before it does anything`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, "--nonsense"], {
      cwd: root,
      encoding: "utf8",
    });
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    const [sentence, empty, usage] = stderr.split("\n");
    assert.deepEqual([sentence, empty], ["error: Unknown option '--nonsense'.", ""]);
    assert.match(usage ?? "", new RegExp(`^npm (?:run )?${name}\\b`));
  });

  test(`\`${name}\` prints its usage for --help`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, "--help"], {
      cwd: root,
      encoding: "utf8",
    });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.match(stdout, new RegExp(`^npm (?:run )?${name}\\b`));
  });
}

test("a number that is too small, too large or none is refused", () => {
  assert.equal(wholeNumber("seed", "-7", { least: -9 }), -7);
  assert.equal(wholeNumber("port", "0"), 0);
  for (const text of ["", "x", "1.5", "-1", "1e3", "99999999999"]) {
    const message = `--port takes a number from 0 to 65535, not ${JSON.stringify(text)}.`;
    assert.throws(() => wholeNumber("port", text, { most: 65_535 }), { message });
  }
});

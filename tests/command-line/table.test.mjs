// One table makes parsing, help, completions and the manual: they agree, and the manual in docs is up to date.
// @ts-check
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { checkout } from "../package/program.mjs";
import { run } from "./program.mjs";
import { source } from "./source.mjs";

/** @type {readonly import("../../cli/table/command.ts").Command[]} */
let commands;
before(async () => {
  ({ commands } = await source("table/commands"));
});

test("docs/command-line.md is what `help --markdown` prints", async () => {
  const { code, stdout } = await run(["help", "--markdown"]);
  assert.equal(code, 0);
  const how = "node dist/command-line/main.js help --markdown > docs/command-line.md";
  const page = readFileSync(join(checkout, "docs/command-line.md"), "utf8");
  assert.equal(page, stdout, `the page is written by: ${how}`);
});

test("--version prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
  assert.deepEqual(await run(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
});

test("every command has a help with examples, in both ways to get it", async () => {
  for (const { name, flags, examples } of commands) {
    const { code, stdout, stderr } = await run([name, "--help"]);
    assert.deepEqual([code, stderr], [0, ""], name);
    assert.deepEqual(await run(["help", name]), { code, stdout, stderr }, name);
    assert.ok(examples.length > 0, name);
    for (const { line } of examples) assert.ok(stdout.includes(`  sfs-turbo-tasks ${line}\n`), line);
    for (const flag of flags) assert.ok(stdout.includes(`--${flag.name}`), `${name} --${flag.name}`);
  }
  const { stdout } = await run(["--help"]);
  for (const { name } of commands) assert.match(stdout, new RegExp(`^ {2}${name}\\b`, "m"));
});

test("every example is a valid command line", async () => {
  const { readArguments } = await source("arguments/read");
  for (const { name, examples } of commands) {
    for (const { line } of examples) {
      const [typed = ""] = line.split(" > ");
      const words = [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word);
      assert.equal(readArguments(words).command.name, name, line);
    }
  }
});

test("every command has a program, and every program has a command", async () => {
  const { programs } = await source("programs");
  const names = commands.map(({ name }) => name).sort();
  assert.deepEqual(Object.keys(programs).sort(), names, "cli/programs.ts and cli/table/commands.ts differ");
});

test("the command line uses only the exports of the package", () => {
  const folder = join(checkout, "cli");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const taken = files.flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/(?:from|import\() ?"([^"]+)"/g)].map(
      ([, from]) => from,
    ),
  );
  const isOutside = (/** @type {string} */ from) =>
    from.startsWith(".") ? from.includes("/js/") : !from.startsWith("node:");
  const outside = taken.filter((from = "") => isOutside(from));
  assert.deepEqual([...new Set(outside)].sort(), [
    // The server around the emulator is bundled.
    "../../js/emulator/server.mjs",
    "sfs-turbo-tasks",
    "sfs-turbo-tasks/credentials",
    "sfs-turbo-tasks/emulator",
  ]);
});

test("every flag of an option of the package names an existing option", async () => {
  const { flagOf } = await source("table/option");
  assert.deepEqual(
    ["srcTarget", "attributes.fileMode", "waitTimeout", "shareId", "allowInsecure", "nothing"].map(flagOf),
    ["--src-target", "--file-mode", "--timeout", "--share", "--allow-insecure", undefined],
  );
});

test("durations are read and written as people write them", async () => {
  const { readDuration, writeDuration } = await source("arguments/duration");
  const read = ["250ms", "5s", "30m", "2h", "1.5h", "0s", "5", "5 s", "-5s", "", "1d"].map(readDuration);
  assert.deepEqual(read, [250, 5_000, 1_800_000, 7_200_000, 5_400_000, ...Array(6).fill(undefined)]);
  assert.deepEqual([-1, 59_999, 3_600_000].map(writeDuration), ["0:00", "0:59", "1:00:00"]);
});

describe("completions", () => {
  /** The words that bash offers. @param {string[]} words the last one is the word at the cursor */
  async function offered(words) {
    const { stdout } = await run(["completion", "bash"]);
    const typed = ["sfs-turbo-tasks", ...words].map((word) => `'${word}'`).join(" ");
    const script = `${stdout}\nCOMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _sfs_turbo_tasks; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { status, stdout: lines, stderr, error } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
    assert.equal(error, undefined, "these tests need bash: apt-get install bash");
    assert.deepEqual([status, stderr], [0, ""]);
    return lines.split("\n").filter(Boolean);
  }

  test("of bash offer commands, arguments, flags and values", async () => {
    assert.deepEqual(await offered(["wa"]), ["wait", "watch"]);
    assert.deepEqual(await offered(["create", "imp"]), ["import", "import_metadata"]);
    assert.deepEqual(await offered(["wait", "abc", "--t"]), ["--timeout", "--token-file", "--token-stdin"]);
    assert.deepEqual(await offered(["list", "-o", ""]), ["table", "json", "ndjson", "id"]);
    assert.deepEqual(await offered(["list", "--status", "D"]), ["DOING", "DELETING"]);
    assert.deepEqual(await offered(["list", "--limit", ""]), []);
  });

  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    test(`of ${shell} have every command, flag and choice`, async () => {
      const { code, stdout, stderr } = await run(["completion", shell]);
      assert.deepEqual([code, stderr], [0, ""]);
      for (const { name, argument, flags } of commands) {
        const words = [name, ...(argument?.choices ?? []), ...flags.map((flag) => flag.name)];
        for (const word of words)
          assert.match(stdout, new RegExp(`(^|[^\\w])(--)?${word}\\b`, "m"), `${shell}: ${word}`);
      }
    });
  }
});

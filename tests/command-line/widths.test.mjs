// Tables, records and help texts fit terminals of 40, 80 and 120 columns, also with Chinese text.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertGolden, columnsOf } from "./golden.mjs";
import { run, runOnTerminal } from "./program.mjs";
import { addTasks, scene } from "./scene.mjs";

/** Request ids are counted, and the number of looks is not compared. @param {string} text */
const steady = (text) => text.replace(/e5f0[0-9a-f]{28}/g, "e5f0000000000000000000000000000f");

for (const columns of [40, 80, 120]) {
  test(`a list fits ${columns} columns, in the reader's time zone`, async (t) => {
    const { emulator, env } = await scene(t);
    const { shareId } = addTasks(emulator);
    const its = { ...env, NO_COLOR: "1", TZ: "Asia/Shanghai" };
    const { code, stdout } = await runOnTerminal(["list", "--share", shareId], { env: its, columns });
    assert.equal(code, 0);
    assertGolden(`list-${columns}`, stdout);
    for (const line of stdout.split("\r\n")) assert.ok(columnsOf(line) <= columns, line);
  });

  test(`a failed task fits ${columns} columns, in UTC on request`, async (t) => {
    const { emulator, env } = await scene(t);
    const { shareId, ids } = addTasks(emulator);
    const its = { ...env, NO_COLOR: "1", TZ: "Asia/Shanghai" };
    const args = ["get", ids[1] ?? "", "--share", shareId, "--utc"];
    const { code, stdout } = await runOnTerminal(args, { env: its, columns });
    assert.equal(code, 0);
    assertGolden(`get-${columns}`, steady(stdout));
    for (const line of stdout.split("\r\n")) assert.ok(columnsOf(line) <= columns, line);
  });

  test(`help fits ${columns} columns, except the examples, which users copy`, async () => {
    for (const args of [["help"], ["wait", "--help"]]) {
      const { code, stdout } = await runOnTerminal(args, { env: { NO_COLOR: "1" }, columns });
      assert.equal(code, 0);
      assertGolden(`${args.join("").replace(/-/g, "")}-${columns}`, stdout);
      const [before = ""] = stdout.split("Examples:");
      for (const line of before.split("\r\n")) assert.ok(columnsOf(line) <= columns, line);
    }
  });
}

test("a table in a pipe has all its columns, unless COLUMNS sets their number", async (t) => {
  const { emulator, env } = await scene(t);
  const { shareId } = addTasks(emulator);
  const args = ["list", "--share", shareId, "-o", "table"];
  const wide = await run(args, { env: { ...env, TZ: "Asia/Shanghai" } });
  assertGolden("list-120", wide.stdout);
  const narrow = await run(args, { env: { ...env, TZ: "Asia/Shanghai", COLUMNS: "80" } });
  assertGolden("list-80", narrow.stdout);
});

test("text of a service cannot control a terminal", async (t) => {
  const { emulator, env } = await scene(t);
  const message = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\u061c\u200bgone\r\nnext";
  const { taskId } = emulator.addTask({ duration: 0, outcome: "FAIL", message, srcTarget: "a\u001b[31m" });
  for (const args of [
    ["list"],
    ["get", taskId],
    ["list", "-o", "json"],
    ["list", "-o", "ndjson"],
    ["wait", taskId],
  ]) {
    const { stdout } = await runOnTerminal([...args, "--plain"], { env });
    // `\p{Cc}` are the control characters, which the terminal itself turns into line ends.
    assert.doesNotMatch(stdout.replaceAll("\r\n", ""), /[\p{Cc}\u061c\u200b\u202e]/u, args.join(" "));
    assert.match(stdout, /gone/);
  }
  const { stdout } = await run(["get", taskId], { env });
  assert.equal(JSON.parse(stdout).message, message);
});

test("if the time zone of this machine is unknown, times are in UTC", async (t) => {
  const { emulator, env } = await scene(t);
  const { shareId } = addTasks(emulator);
  for (const TZ of [":/etc/localtime", "Nowhere/Else", ""]) {
    const { stdout } = await run(["list", "--share", shareId, "-o", "table"], { env: { ...env, TZ } });
    assert.match(stdout, /started \(UTC\)/);
    assert.match(stdout, /2026-11-26 12:00:00/);
  }
});

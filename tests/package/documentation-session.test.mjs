// The README's session of the command line, recorded again in the same terminal: the README shows the same output.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { runOnTerminal } from "../command-line/program.mjs";
import { shareId } from "../command-line/scene.mjs";
import { source } from "../command-line/source.mjs";
import { commandsOf, wordsOf } from "./documentation/commands.mjs";
import { blocks } from "./documentation/programs.mjs";

/** How much faster the emulator's clock runs, so the tasks take no time. */
const SPEED = 20;

/** How long the export of the session takes: milliseconds of the emulator's clock. */
const EXPORT = 8_000;

/** Values that differ between recordings: the time, the duration, the number of requests. */
/** @type {readonly [RegExp, string][]} */
const MOVING = [
  [/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "<time>"],
  [/\b\d+:\d\d\b/g, "<for>"],
  [/\be5f0\d{28}\b/g, "<request>"],
];

test("the session shows what the README shows", async (t) => {
  const [session] = blocks().filter(({ language }) => language === "console");
  assert.ok(session);
  const env = await startEmulator(t);
  let recorded = "";
  let code = 0;
  for (const command of commandsOf(session)) {
    recorded += `$ ${command}\n`;
    const [, ...args] = wordsOf(command);
    if (command === "echo $?") {
      recorded += `${code}\n`;
      continue;
    }
    const ended = await runOnTerminal(args, { env, columns: 118 });
    code = ended.code ?? -1;
    recorded += seen(ended.stdout);
  }
  assert.equal(steady(recorded), steady(session.code));
});

/** The emulator that `sfs-turbo-tasks emulator` serves, with another clock. @param {import("node:test").TestContext} t */
async function startEmulator(t) {
  const start = Date.now();
  const now = () => start + (Date.now() - start) * SPEED;
  const emulator = createEmulator({ now, taskDuration: EXPORT });
  const { seed } = await source("emulator/seed");
  seed(emulator, shareId);
  const server = await serveEmulator(emulator);
  t.after(server.close);
  return {
    TZ: "Asia/Shanghai",
    SFS_TURBO_ENDPOINT: server.url,
    SFS_TURBO_PROJECT_ID: emulator.projectId,
    SFS_TURBO_SHARE_ID: shareId,
    SFS_TURBO_TOKEN: emulator.token,
  };
}

/** What a reader sees at the end: the last state of a redrawn line, and no colours. @param {string} output */
function seen(output) {
  const lines = stripVTControlCharacters(output).split("\r\n");
  return lines.map((line) => line.slice(line.lastIndexOf("\r") + 1)).join("\n");
}

/** @param {string} text */
function steady(text) {
  return MOVING.reduce((changed, [moving, name]) => changed.replace(moving, name), text);
}

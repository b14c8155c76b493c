// The commands of the documentation: each exists, and its command line is valid.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { before, test } from "node:test";
import { source } from "../command-line/source.mjs";
import { commandsOf, wordsOf } from "./documentation/commands.mjs";
import { blocks } from "./documentation/programs.mjs";
import { checkout } from "./program.mjs";
import { packTarball } from "./tarball.mjs";

/** @type {{ readArguments: (words: string[]) => any, readScenario: (steps: string[]) => any[] }} */
let commandLine;
/** @type {string} */
let tarball;

before(async () => {
  commandLine = { ...(await source("arguments/read")), ...(await source("emulator/scenario")) };
  tarball = basename((await packTarball()).file);
});

const { scripts } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));

/** What npm can do without a script. */
const OWN = ["pack", "install"];

/** How each program that the documentation starts is looked at. @type {Record<string, (words: string[]) => void>} */
const PROGRAMS = {
  cd: ([folder]) => assert.equal(typeof folder, "string"),
  echo: (words) => assert.deepEqual(words, ["$?"]),
  npm([name = "", ...rest]) {
    if (name === "run") return assert.ok((rest[0] ?? "") in scripts, rest.join(" "));
    if (name in scripts) return assert.deepEqual(rest, []);
    assert.ok(OWN.includes(name), name);
    for (const file of rest) assert.equal(basename(file), tarball);
  },
  npx: ([name, ...rest]) => {
    assert.equal(name, "sfs-turbo-tasks");
    PROGRAMS["sfs-turbo-tasks"]?.(rest);
  },
  "sfs-turbo-tasks"(words) {
    const given = commandLine.readArguments(words);
    assert.equal(given.command.name, words[0]);
    if (words[0] === "emulator") assert.ok(commandLine.readScenario(given.texts("scenario")).length > 0);
  },
};

/** @param {readonly string[]} words */
function expectCommand([program = "", ...words]) {
  const look = PROGRAMS[program];
  assert.ok(look, `${program} is no program that is known here`);
  look(words);
}

for (const language of ["sh", "console"]) {
  test(`each command of a block in ${language} exists, and its arguments are valid`, (t) => {
    const found = blocks().filter((block) => block.language === language);
    const commands = found.flatMap((block) => commandsOf(block).map((command) => ({ command, block })));
    for (const { command, block } of commands) {
      try {
        expectCommand(wordsOf(command));
      } catch (error) {
        assert.fail(
          `${block.page}:${block.line}: ${command}: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
    assert.ok(commands.length > 0);
    t.diagnostic(`${commands.length} commands of ${found.length} blocks`);
  });
}

test("a command that does not exist is found", () => {
  for (const command of [
    "npm run bild",
    "npm install ../sfs-turbo-tasks-9.9.9.tgz",
    "npx sfs-turbo-task list",
    "sfs-turbo-tasks lst",
    "sfs-turbo-tasks list --stat FAIL",
    "sfs-turbo-tasks wait",
    'sfs-turbo-tasks emulator --scenario "succes=2s"',
    "curl https://example.com",
  ]) {
    assert.throws(() => expectCommand(wordsOf(command)), command);
  }
});

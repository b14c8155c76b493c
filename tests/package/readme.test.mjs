// The README's programs, run as they stand there against the emulator: what a newcomer copies must do what it says.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as emulated from "sfs-turbo-tasks/emulator";
import { programs } from "./readme-programs.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** Where an endless loop of an example ends. */
class Enough extends Error {}

/** A client of an emulator in which ten seconds pass with each request, and a task of it. */
async function scene() {
  let now = Date.UTC(2026, 10, 26);
  const emulator = emulated.createEmulator({ now: () => now, taskDuration: 15_000 });
  const { endpoint, projectId, token } = emulator;
  const fetch = (/** @type {string} */ url, /** @type {any} */ init) => {
    now += 10_000;
    return emulator.fetch(url, init);
  };
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
  const { shareId } = emulated.documentedTask;
  const { taskId } = await client.createTask({ shareId, type: "export", srcTarget: "results" });
  return { emulator, client, shareId, taskId };
}

/**
 * Runs a program with what stands before it in the README, or is the reader's.
 * @param {string} program
 * @param {Record<string, unknown>} surroundings
 */
async function run(program, surroundings) {
  const body = program.replace(/^import .*$/gm, "");
  const AsyncFunction = /** @type {any} */ (run).constructor;
  await new AsyncFunction(...Object.keys(surroundings), body)(...Object.values(surroundings));
}

test("a token function asks for a session's token, asks again for a refused one, and recovers from a failure", async () => {
  const [, program = ""] = programs("Sign in");
  const answers = [new Response("", { status: 502 }), new Response("first"), new Response("second")];
  /** @type {any} */
  let token;
  const keep = (/** @type {unknown} */ given) => {
    token = given;
  };
  await run(`${program}\nkeep(token);`, { keep, fetch: async () => answers.shift() });
  await assert.rejects(token({ rejected: undefined }), /HTTP 502/);
  assert.equal(await token({ rejected: undefined }), "first");
  assert.equal(await token({ rejected: undefined }), "first");
  assert.equal(await token({ rejected: "first" }), "second");
});

test("an export is started as the README starts it", async () => {
  const { client, emulator } = await scene();
  const [program = ""] = programs("Start a task");
  await run(program, { client });
  assert.deepEqual(JSON.parse(emulator.requests.at(-1)?.body ?? ""), {
    type: "export",
    src_target: "results",
    src_prefix: "2026/",
    dest_target: "results",
    dest_prefix: "2026/",
  });
});

test("a task is followed as the README follows it", async () => {
  const [wait = "", loops = "", honest = ""] = programs("Follow it");
  const { client, shareId, taskId } = await scene();
  /** @type {unknown[][]} */
  const logged = [];
  const console = { log: (/** @type {unknown[]} */ ...words) => logged.push(words) };
  await run(wait, { client, shareId, taskId, console });
  assert.equal(logged[0]?.[0], "DOING");
  assert.deepEqual(
    logged.slice(1).map(([word]) => word),
    ["SUCCESS", "done"],
  );
  /** @type {string[]} */
  const shown = [];
  const show = (/** @type {any} */ { status }) => shown.push(status);
  const draw = (/** @type {any} */ tasks, /** @type {any} */ changed) => {
    assert.deepEqual([tasks.length > 0, changed.length], [true, tasks.length]);
    throw new Enough();
  };
  await assert.rejects(run(loops, { client, shareId, taskId, show, draw }), Enough);
  assert.deepEqual(shown, ["SUCCESS"]);
  const line = { textContent: "" };
  const task = { type: "export", srcTarget: "results", status: "DOING", startTime: null };
  await run(honest, { task, line });
  assert.equal(line.textContent, "export of results: DOING, 0 min");
});

test("tasks are listed, asked for and deleted as the README does it", async () => {
  const [program = ""] = programs("List, get, delete");
  const { client, shareId, taskId, emulator } = await scene();
  await run(program, { client, shareId, taskId, console: { log: () => {} } });
  await assert.rejects(client.getTask({ shareId, taskId }), { kind: "not-found" });
  const methods = new Set(emulator.requests.map(({ method }) => method));
  assert.deepEqual([...methods], ["POST", "GET", "DELETE"]);
});

test("the emulator serves a test as the README says, value by value", async () => {
  const [program = ""] = programs("Testing with the emulator");
  const checked = program
    .replace(/^(\(await .*\));? *\/\/=> (.*)$/gm, "equal($1, $2);")
    .replace(/^(\(await .*\)\.\w+); *\/\/=> (.*)$/gm, "equal($1, $2);");
  let values = 0;
  const equal = (/** @type {unknown} */ value, /** @type {unknown} */ expected) => {
    values += 1;
    assert.equal(value, expected);
  };
  const { createClient } = sfsTurboTasks;
  await run(checked, { createClient, createEmulator: emulated.createEmulator, equal });
  assert.equal(values, 2);
});

test("a task and its failure are told in words as the README does it", async () => {
  const [program = ""] = programs("In words, for people");
  const { emulator, client, shareId } = await scene();
  const { taskId } = emulator.addTask({ duration: 15_000, outcome: "FAIL", message: "bucket is full" });
  const { describeError, describeTask } = await importInstalled(
    await installTarball(),
    "sfs-turbo-tasks/messages",
  );
  /** @type {unknown[][]} */
  const shown = [];
  const show = (/** @type {unknown[]} */ ...texts) => shown.push(texts);
  await run(program, { client, shareId, taskId, show, describeError, describeTask });
  assert.match(String(shown[0]), /^任务已进行 /);
  assert.deepEqual(shown.at(-2), [
    "La tarea ha fallado",
    "La tarea ha terminado con un error.",
    "Elimine la causa que indica el servicio y cree la tarea de nuevo.",
  ]);
  assert.deepEqual(shown.at(-1)?.[0], "«bucket is full»");
});

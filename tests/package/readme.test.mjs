// The README's programs, run unchanged against the emulator: what a newcomer copies must do what it says.
// @ts-check
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { resolveConfig } from "vite";
import { program, ran, SIGN_IN } from "./documentation/page-programs.mjs";
import { pagePrograms } from "./documentation/programs.mjs";
import { Enough, run } from "./documentation/run.mjs";
import { endless, scene } from "./documentation/scene.mjs";
import { temporaryFolder } from "./folders.mjs";

/** Programs that another test runs, and which. @type {Record<string, string>} */
const ELSEWHERE = {
  ...Object.fromEntries(SIGN_IN.map((name) => [name, "documentation-sign-in.test.mjs"])),
  "README.md, Elements for a page 1": "documentation-elements.test.mjs, in a browser",
  "docs/elements.md, Elements for a page 1": "documentation-elements.test.mjs, in a browser",
  "docs/elements.md, Words 1": "documentation-elements.test.mjs, in a browser",
  "docs/elements.md, Frameworks 1": "documentation-types.test.mjs: it is types alone, and does nothing",
  "docs/proxies.md, A company's proxy, in Node 1":
    "company-proxy.test.mjs, with a proxy that answers CONNECT",
};

test("an export is started as in the README", async (t) => {
  const { names, emulator } = await scene(t);
  await run(program("README.md, Start a task 1"), names);
  assert.deepEqual(JSON.parse(emulator.requests.at(-1)?.body ?? ""), {
    type: "export",
    src_target: "results",
    src_prefix: "2026/",
    dest_target: "results",
    dest_prefix: "2026/",
  });
});

test("a task is followed as in the README", async (t) => {
  const { names, emulator, shown } = await scene(t);
  const { taskId } = emulator.addTask({ duration: 25_000 });
  await run(program("README.md, Follow it 1"), { ...names, taskId });
  assert.deepEqual(
    shown.map(([word]) => word),
    ["DOING", "SUCCESS", "done"],
  );
});

test("one loop ends with its task, another reports on a whole file system", async (t) => {
  const { names } = await scene(t);
  /** @type {string[]} */
  const shown = [];
  const show = (/** @type {any} */ { status }) => shown.push(status);
  const draw = (/** @type {any} */ tasks, /** @type {any} */ changed) => {
    assert.deepEqual([tasks.length > 0, changed.length], [true, tasks.length]);
    endless();
  };
  await assert.rejects(run(program("README.md, Follow it 2"), { ...names, show, draw }), Enough);
  assert.deepEqual(shown, ["SUCCESS"]);
});

test("the status and the duration of a task are shown", async (t) => {
  const { names } = await scene(t);
  const line = { textContent: "" };
  const startTime = new Date(Date.now() - 7.5 * 60_000);
  for (const [task, minutes] of /** @type {const} */ ([
    [{ ...names.task, startTime }, 7],
    [{ ...names.task, startTime: null }, 0],
  ])) {
    await run(program("README.md, Follow it 3"), { task, line });
    assert.equal(line.textContent, `export of results: SUCCESS, ${minutes} min`);
  }
});

test("tasks are listed, read and deleted as in the README", async (t) => {
  const { names, client, emulator } = await scene(t);
  const { declared } = await run(program("README.md, List, get, delete 1"), names);
  // The reader's task, and the task that the emulator has from the start.
  assert.deepEqual([declared.tasks.length, declared.count, declared.all.length], [0, 0, 2]);
  assert.equal(declared.task.taskId, names.taskId);
  const { shareId, taskId } = names;
  await assert.rejects(client.getTask({ shareId, taskId }), { kind: "not-found" });
  const methods = new Set(emulator.requests.map(({ method }) => method));
  assert.deepEqual([...methods], ["GET", "DELETE"]);
});

test("an error is handled by its kind", async (t) => {
  const { names, emulator } = await scene(t);
  const { shareId, taskId } = names;
  const client = {
    ...names.client,
    getTask: (/** @type {any} */ ids) => names.client.getTask({ ...ids, maxRetries: 0 }),
  };
  /** @type {unknown[]} */
  const done = [];
  const tell = (/** @type {string} */ name) => (/** @type {any} */ about) =>
    done.push([name, about?.kind ?? about]);
  const handlers = Object.fromEntries(
    ["remove", "explain", "later", "report"].map((name) => [name, tell(name)]),
  );
  const faults = [404, 403, 429, 409];
  for (const status of faults) {
    const body = status === 404 ? '{"errCode":"SFS.TURBO.0106"}' : `{"errCode":"CODE.${status}"}`;
    emulator.misbehave({ status, body });
    await run(program("README.md, Errors 1"), { ...names, ...handlers, client, shareId, taskId });
  }
  assert.deepEqual(done, [
    ["remove", taskId],
    ["explain", "CODE.403"],
    ["later", undefined],
    ["report", "rejected"],
  ]);
  const other = { ...client, getTask: () => Promise.reject(new RangeError("of the reader")) };
  await assert.rejects(
    run(program("README.md, Errors 1"), { ...names, ...handlers, client: other }),
    RangeError,
  );
});

test("Vite accepts the proxy of the README, which removes its own path and the page's cookies", async () => {
  const { code } = program("README.md, CORS 1");
  const configFile = join(temporaryFolder("vite"), "vite.config.mjs");
  writeFileSync(configFile, code);
  const { server } = await resolveConfig({ configFile, logLevel: "error" }, "serve");
  const { default: written } = await import(pathToFileURL(configFile).href);
  const proxy = server.proxy?.["/sfs-turbo"];
  assert.ok(typeof proxy === "object");
  assert.equal(proxy.rewrite?.("/sfs-turbo/v1/project/sfs-turbo"), "/v1/project/sfs-turbo");
  assert.deepEqual(
    { ...proxy, rewrite: undefined },
    { ...written.server.proxy["/sfs-turbo"], rewrite: undefined },
  );
});

test("the emulator serves a test as in the README, value by value", async () => {
  const { values } = await run(program("README.md, Testing with the emulator 1"), {});
  assert.equal(values, 2);
});

test("a task and its failure are described in words as in the README", async (t) => {
  const { names, emulator, shown } = await scene(t);
  const { code } = program("README.md, In words, for people 1");
  const [, promised = ""] = /\.explanation\); +\/\/ (.*)/.exec(code) ?? [];
  assert.equal(promised, "任务已进行 2 小时 5 分钟。");
  const startTime = Date.now() - 125 * 60_000;
  const duration = 125 * 60_000 + 35_000;
  const { taskId } = emulator.addTask({ startTime, duration, outcome: "FAIL", message: "bucket is full" });
  await run(program("README.md, In words, for people 1"), { ...names, taskId });
  assert.deepEqual(shown[0], [promised]);
  assert.deepEqual(shown.at(-2), [
    "La tarea ha fallado",
    "La tarea ha terminado con un error.",
    "Elimine la causa que indica el servicio y cree la tarea de nuevo.",
  ]);
  assert.equal(shown.at(-1)?.[0], "«bucket is full»");
});

test("a program that only imports finds the names that it imports", async () => {
  await run(program("docs/messages.md, Texts for people 1"), {});
});

after(() => {
  const names = pagePrograms().map(({ name }) => name);
  assert.deepEqual([...ran, ...Object.keys(ELSEWHERE)].sort(), names.sort());
  console.log(`# ${ran.size} programs of pages run here, ${Object.keys(ELSEWHERE).length} elsewhere`);
});

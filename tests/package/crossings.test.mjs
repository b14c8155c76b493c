// How often a call crosses the border between JavaScript and WebAssembly: each crossing costs time, so the number is fixed.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

/** @type {any} */
let client;
/** The exports that were called, and the imports. @type {string[]} */
let crossings = [];

before(async () => {
  const { getTask, createClient } = await importInstalled(await installTarball());
  const { fetch, endpoint, projectId, token } = createEmulator();
  const { Instance } = WebAssembly;
  /** @param {Record<string, unknown>} functions */
  const counted = (functions) =>
    Object.fromEntries(
      Object.entries(functions).map(([name, value]) => {
        if (typeof value !== "function") return [name, value];
        const call = (/** @type {unknown[]} */ ...values) => {
          crossings.push(name);
          return value(...values);
        };
        return [name, call];
      }),
    );
  WebAssembly.Instance = /** @type {any} */ (
    function CountingInstance(/** @type {WebAssembly.Module} */ module, /** @type {any} */ imports) {
      const modules = Object.entries(imports ?? {}).map(([name, functions]) => [name, counted(functions)]);
      return { exports: counted(new Instance(module, Object.fromEntries(modules)).exports) };
    }
  );
  try {
    client = createClient({ fetch, endpoint, projectId, token });
    await getTask({ fetch, endpoint, projectId, token, ...documentedTask });
    await client.getTask(documentedTask);
    // The operation is passed only once.
    for (const { call } of Object.values(OPERATIONS)) await call().catch(() => {});
  } finally {
    WebAssembly.Instance = Instance;
  }
});

const step = ["__wbindgen_malloc", "next", "__wbindgen_free"];

const CALLS = {
  "a task": { options: {}, steps: 1 },
  "a task with a token function": { options: { token: () => "emulator-token" }, steps: 2 },
  "a refusal": { options: { taskId: "gone" }, steps: 2 },
  "a wrong argument": { options: { taskId: "" }, steps: 1 },
};

for (const [name, { options, steps }] of Object.entries(CALLS)) {
  test(`${name} takes ${steps * step.length} crossings`, async () => {
    crossings = [];
    await client.getTask({ ...documentedTask, ...options }).catch(() => {});
    assert.deepEqual(crossings, Array(steps).fill(step).flat());
  });
}

const { shareId } = documentedTask;

/** @param {number} count */
const tasks = (count) => Array.from({ length: count }, (_, index) => row({ task_id: `t${index}` }));

/** A service with these answers, in this order. @param {...unknown} bodies */
function answering(...bodies) {
  return { fetch: scriptService((_, index) => ({ body: bodies[index] })).options.fetch };
}

const ended = row({ status: "SUCCESS" });
const thousand = { tasks: tasks(1_000), count: 1_000 };

/** @type {Record<string, { call: () => Promise<unknown>, steps: number }>} */
const OPERATIONS = {
  "a list of 1,000 tasks": {
    call: () => client.listTasks({ shareId, limit: 1_000, ...answering(thousand) }),
    steps: 1,
  },
  "two pages of 1,000 tasks": {
    call: () =>
      client
        .listAllTasks({
          shareId,
          pageSize: 600,
          ...answering({ tasks: tasks(600), count: 1_000 }, { tasks: tasks(1_000).slice(590), count: 1_000 }),
        })
        .toArray({ limit: 5_000 }),
    steps: 2,
  },
  "a creation": {
    call: () =>
      client.createTask({ shareId, type: "export", srcTarget: "link", attributes: { fileMode: 640 } }),
    steps: 1,
  },
  "a deletion": { call: () => client.deleteTask({ ...documentedTask, ...answering("") }), steps: 1 },
  "a wait for what has ended": {
    call: () => client.waitForTask({ ...documentedTask, ...answering(ended) }),
    steps: 2,
  },
  "a watch of what has ended": {
    async call() {
      for await (const _ of client.watchTask({ ...documentedTask, ...answering(ended) }));
    },
    steps: 2,
  },
  "the first update of 1,000 tasks": {
    async call() {
      for await (const _ of client.watchTasks({ shareId, ...answering(thousand) })) break;
    },
    steps: 1,
  },
};

for (const [name, { call, steps }] of Object.entries(OPERATIONS)) {
  test(`${name} takes ${steps * step.length} crossings`, async () => {
    crossings = [];
    await call();
    assert.deepEqual(crossings, Array(steps).fill(step).flat());
  });
}

test("each look of a wait takes two steps, whether it succeeds or fails", async (t) => {
  const clock = startClock(t);
  const { fetch } = scriptService((_, index) =>
    index === 1 ? { status: 503 } : { body: index < 4 ? row() : ended },
  ).options;
  crossings = [];
  await clock.until(client.waitForTask({ ...documentedTask, fetch }));
  assert.deepEqual(
    crossings,
    Array(5 * 2)
      .fill(step)
      .flat(),
  );
});

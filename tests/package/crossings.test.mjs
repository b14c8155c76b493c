// How often a call crosses the border between JavaScript and WebAssembly: each crossing costs, and none is made by accident.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { importInstalled, installTarball } from "./tarball.mjs";

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

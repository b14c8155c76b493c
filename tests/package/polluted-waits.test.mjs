// Options on a polluted Object.prototype: they change no wait, watch, list or creation, and get no token.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const foreign = () => assert.fail("a foreign function was called");

/** Values that other code may have written there. @type {Record<string, unknown>} */
const POLLUTION = {
  interval: 250,
  waitTimeout: 1,
  maxConsecutiveFailures: 0,
  until: "deleted",
  whenHidden: "fast",
  onUpdate: foreign,
  onFault: foreign,
  raw: {},
  limit: 1,
  pageSize: 2,
  maxItems: 1,
  offset: 5,
  startTime: "2000-01-01T00:00:00",
  srcPrefix: "other/",
  attributes: { fileMode: 777 },
  fileMode: 777,
  previous: null,
  // Names of what the package keeps of an operation.
  follows: true,
  creates: true,
};

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  const { options } = scriptService(() => ({ body: row() }));
  await sfsTurboTasks.getTask({ ...options, shareId: "s", taskId: "t" });
});

/** Every operation, until it ends. @param {any} client */
async function run(client) {
  const ids = { shareId: "s", taskId: "t" };
  const watched = [];
  for await (const { status } of client.watchTask(ids)) watched.push(status);
  const updates = client.watchTasks({ shareId: "s" });
  const update = (await updates.next()).value;
  await updates.return();
  const { status } = await client.waitForTask(ids);
  const all = await client.listAllTasks({ shareId: "s" }).toArray({ limit: 10 });
  const { taskId } = await client.createTask({ shareId: "s", type: "export", srcTarget: "link" });
  return [watched, update.changed.length, status, all.length, taskId];
}

/** @param {() => number} now */
function service(now) {
  let looks = 0;
  return scriptService(({ method, path }) => {
    if (method === "POST") return { status: 202, headers: {}, body: { task_id: "new" } };
    if (path.endsWith("/tasks"))
      return { status: 200, headers: {}, body: { tasks: [row(), row({ task_id: "u" })], count: 2 } };
    looks += 1;
    if (looks % 4 === 2) return { status: 503, headers: {}, body: "" };
    return { status: 200, headers: {}, body: row({ status: looks % 4 === 0 ? "SUCCESS" : "DOING" }) };
  }, now);
}

for (const [name, value] of Object.entries(POLLUTION)) {
  test(`Object.prototype.${name} changes nothing`, async (t) => {
    const clock = startClock(t);
    const clean = service(clock.now);
    const expected = await clock.until(run(sfsTurboTasks.createClient(clean.options)));
    const polluted = service(clock.now);
    const client = sfsTurboTasks.createClient(polluted.options);
    Reflect.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
    let outcome;
    try {
      outcome = await clock.until(run(client));
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
    assert.deepEqual(outcome, expected);
    assert.deepEqual(outcome, [["DOING", "SUCCESS"], 2, "SUCCESS", 2, "new"]);
    const asked = (/** @type {typeof clean} */ { requests }) =>
      requests.map(({ path, query, body }) => [path, query, body]);
    assert.deepEqual(asked(polluted), asked(clean));
    assert.deepEqual(polluted.pauses(), clean.pauses());
  });

  test(`a setter of Object.prototype.${name} gets no token`, async (t) => {
    const clock = startClock(t);
    const { options } = service(clock.now);
    const client = sfsTurboTasks.createClient(options);
    /** @type {unknown[]} */
    const told = [];
    const descriptor = { get: () => undefined, set: (/** @type {unknown} */ given) => told.push(given) };
    Object.defineProperty(
      Object.prototype,
      name,
      Object.assign(Object.create(null), descriptor, { configurable: true }),
    );
    try {
      await clock.until(run(client));
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
    assert.deepEqual(
      told.filter((given) => String(given).includes(options.token)),
      [],
    );
  });
}

test("a setter of Object.prototype.changed gets nothing, and removes nothing from an update", async (t) => {
  startClock(t);
  const { options } = scriptService(() => ({ body: { tasks: [row({ task_id: "t" })], count: 1 } }));
  /** @type {unknown[]} */
  const told = [];
  Object.defineProperty(
    Object.prototype,
    "changed",
    /** @type {PropertyDescriptor} */ ({
      __proto__: null,
      get: () => undefined,
      set: (given) => told.push(given),
      configurable: true,
    }),
  );
  try {
    const watch = sfsTurboTasks.watchTasks({ ...options, shareId: "s" });
    const { value } = await watch.next();
    await watch.return();
    assert.deepEqual(
      value.changed.map((/** @type {{ taskId: string }} */ { taskId }) => taskId),
      ["t"],
    );
  } finally {
    Reflect.deleteProperty(Object.prototype, "changed");
  }
  assert.deepEqual(told, []);
});

test("a value that other code has written to Object.prototype never reaches fetch", async () => {
  const polluted = /** @type {any} */ (Object.prototype);
  /** @type {any[]} */
  const inits = [];
  const { options } = scriptService(() => ({ body: row() }));
  const fetch = async (/** @type {string} */ url, /** @type {any} */ init) => {
    inits.push([init.dispatcher, init.body, init.mode, init.keepalive]);
    return options.fetch(url, init);
  };
  const names = ["dispatcher", "body", "mode", "keepalive"];
  for (const name of names) polluted[name] = "foreign";
  try {
    const task = await sfsTurboTasks.getTask({ ...options, fetch, shareId: "s", taskId: "t" });
    assert.equal(task.taskId, "t");
  } finally {
    for (const name of names) delete polluted[name];
  }
  assert.deepEqual(inits, [[undefined, undefined, undefined, undefined]]);
});

test("an object with an endless prototype chain is read only in its own fields", async () => {
  /** @type {any} */
  const endless = new Proxy({}, { getPrototypeOf: () => endless });
  await assert.rejects(sfsTurboTasks.getTask(endless), { kind: "invalid-request", field: "region" });
  const { options } = scriptService(() => ({ body: row() }));
  const attributes = endless;
  const given = { ...options, shareId: "s", type: "export", srcTarget: "link", attributes };
  await sfsTurboTasks.createTask(given).catch((/** @type {any} */ error) => assert.ok(error.kind));
});

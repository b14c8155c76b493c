// listAllTasks through the installed package: iterated, by page or as an array, and how it ends.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { all, idsOf, listService, names } from "./list-service.mjs";
import { row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @param {{ options: object }} service @param {object} [options] */
function pagesOf(service, options) {
  return sfsTurboTasks.listAllTasks({ ...service.options, shareId: "s", ...options });
}

describe("every task is given in the order of the service", () => {
  const service = () => listService(names(25));

  test("one by one", async () => {
    assert.deepEqual(idsOf(await all(pagesOf(service(), { pageSize: 10 }))), names(25));
  });

  test("by page, each with the tasks that no earlier page had, and with its own count and raw", async () => {
    const pages = await all(pagesOf(service(), { pageSize: 10 }).byPage());
    assert.deepEqual(
      pages.map(({ tasks }) => idsOf(tasks)),
      [names(25).slice(0, 10), names(25).slice(10, 19), names(25).slice(19)],
    );
    assert.deepEqual(
      pages.map(({ count, requestId, raw }) => [count, requestId, raw.tasks.length]),
      [
        [25, "r1", 10],
        [25, "r2", 10],
        [25, "r3", 7],
      ],
    );
  });

  test("in an array", async () => {
    assert.deepEqual(idsOf(await pagesOf(service(), { pageSize: 10 }).toArray({ limit: 100 })), names(25));
  });

  test("again from the start when it is iterated again, also by both at the same time", async () => {
    const iterable = pagesOf(service(), { pageSize: 10 });
    const [first, second] = await Promise.all([all(iterable), iterable.toArray({ limit: 12 })]);
    assert.deepEqual([idsOf(first), idsOf(second)], [names(25), names(12)]);
    assert.deepEqual(idsOf(await all(iterable)), names(25));
  });
});

describe("no more is requested than is needed", () => {
  test("nothing before the first task, and no page ahead", async () => {
    const service = listService(names(25));
    const iterator = pagesOf(service, { pageSize: 10 })[Symbol.asyncIterator]();
    await new Promise(setImmediate);
    assert.equal(service.requests.length, 0);
    for (let index = 0; index < 10; index += 1) await iterator.next();
    assert.equal(service.requests.length, 1);
    await iterator.next();
    assert.equal(service.requests.length, 2);
    await iterator.return();
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    assert.equal(service.requests.length, 2);
  });

  test("nothing after the loop is left", async () => {
    const service = listService(names(25));
    for await (const _ of pagesOf(service, { pageSize: 10 })) break;
    assert.equal(service.requests.length, 1);
  });

  /** @type {[options: object, limit: number, given: number, requests: number][]} */
  const BOUNDS = [
    [{ maxItems: 5 }, 100, 5, 1],
    [{ maxItems: 10 }, 100, 10, 1],
    [{ maxItems: 11 }, 100, 11, 2],
    [{ maxItems: 100 }, 4, 4, 1],
    [{}, 10, 10, 1],
    [{ maxItems: 2_147_483_647 }, 26, 25, 3],
  ];
  for (const [options, limit, given, requests] of BOUNDS) {
    test(`${given} tasks take ${requests} requests: ${JSON.stringify({ ...options, limit })}`, async () => {
      const service = listService(names(25));
      const tasks = await pagesOf(service, { pageSize: 10, ...options }).toArray({ limit });
      assert.deepEqual(idsOf(tasks), names(given));
      assert.equal(service.requests.length, requests);
    });
  }

  test("maxItems bounds items and pages too", async () => {
    const iterable = pagesOf(listService(names(25)), { pageSize: 10, maxItems: 12 });
    assert.deepEqual(idsOf(await all(iterable)), names(12));
    assert.deepEqual(
      (await all(iterable.byPage())).map(({ tasks }) => tasks.length),
      [10, 2],
    );
  });
});

test("every filter is sent with every page, and the options are not changed", async () => {
  const service = listService(names(25));
  const options = Object.freeze({
    type: "export",
    status: "FAIL",
    startTime: new Date(0),
    endTime: "2026-11-26T24:00:00",
    pageSize: 10,
  });
  await all(pagesOf(service, options));
  const offsets = service.requests.map(({ parameters }) => parameters.get("offset"));
  assert.deepEqual(offsets, ["0", "9", "18"]);
  for (const { query } of service.requests) {
    assert.match(
      query,
      /^type=export&status=FAIL&start_time=1970-01-01T00%3A00%3A00&end_time=2026-11-26T24%3A00%3A00&offset=\d+&limit=10$/,
    );
  }
});

test("the page size is 100 tasks by default", async () => {
  const service = listService(names(250));
  assert.equal((await all(pagesOf(service))).length, 250);
  assert.deepEqual(
    service.requests.map(({ query }) => query),
    [0, 90, 180].map((offset) => `offset=${offset}&limit=100`),
  );
});

test("the emulator's list is read to its end", async () => {
  const emulator = createEmulator();
  const { endpoint, projectId, token, fetch } = emulator;
  const shareId = emulator.addFileSystem();
  const added = Array.from({ length: 23 }, () => emulator.addTask({ shareId }).taskId);
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
  assert.deepEqual(idsOf(await all(client.listAllTasks({ shareId, pageSize: 5 }))), added.reverse());
});

describe("entries that are not a task", () => {
  /** @param {number} count @param {(index: number) => boolean} isBad */
  const rows = (count, isBad) =>
    Array.from({ length: count }, (_, index) => (isBad(index) ? null : row({ task_id: `t${index}` })));

  for (const [count, pageSize, from, to] of [
    [50, 10, 10, 20],
    [50, 2, 10, 12],
    [400, 100, 100, 200],
    [1_200, 1_000, 0, 1_000],
    [60, 10, 0, 60],
  ]) {
    test(`from ${from} to ${to} of ${count} cost no other task, in pages of ${pageSize}`, async () => {
      const isBad = (/** @type {number} */ index) => index >= Number(from) && index < Number(to);
      const entries = rows(Number(count), isBad);
      const service = scriptService(({ parameters }, index) => {
        if (index > 500) throw new Error("it would never end");
        const offset = Number(parameters.get("offset"));
        return { body: { tasks: entries.slice(offset, offset + Number(parameters.get("limit"))), count } };
      });
      const expected = names(Number(count)).filter((_, index) => !isBad(index));
      assert.deepEqual(idsOf(await all(pagesOf(service, { pageSize }))), expected);
    });
  }
});

test("an array holds every task of a page, however many", async () => {
  const tasks = Array.from({ length: 150_000 }, (_, index) => ({ task_id: `t${index}`, status: "DOING" }));
  const { options } = scriptService(() => ({ body: { tasks, count: tasks.length } }));
  const pages = sfsTurboTasks.listAllTasks({ ...options, shareId: "s", maxResponseBytes: 100_000_000 });
  assert.equal((await pages.toArray({ limit: 1_000_000 })).length, 150_000);
});

describe("an invalid page size or number of items", () => {
  const odd = [Number.NaN, "abc", {}, () => 5, Symbol("a"), 5n, Object.create(null), 1.5, -5];
  for (const name of ["pageSize", "maxItems"]) {
    for (const value of odd) {
      test(`is refused by its name: ${name} ${typeof value} ${String(Object(value).constructor?.name)}`, async () => {
        const service = listService(names(3));
        await assert.rejects(all(pagesOf(service, { [name]: value })), {
          kind: "invalid-request",
          field: name,
        });
        assert.equal(service.requests.length, 0);
      });
    }
  }
});

test("a date that the caller changes meanwhile filters every page with its first value", async () => {
  const service = listService(names(25));
  const startTime = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
  for await (const _ of pagesOf(service, { pageSize: 10, startTime })) startTime.setUTCFullYear(1999);
  const asked = service.requests.map(({ parameters }) => parameters.get("start_time"));
  assert.deepEqual(new Set(asked), new Set(["2026-01-02T03:04:05"]));
});

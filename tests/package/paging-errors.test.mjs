// An error, a wrong option and an abort while all tasks of a list are read.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { all, listService, names } from "./list-service.mjs";
import { rejection, SILENCE, scriptService } from "./scripted-service.mjs";
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

describe("an error", () => {
  test("in the middle comes after all tasks before it, and ends the iteration", async () => {
    const good = listService(names(25));
    const fetch = async (/** @type {string} */ url, /** @type {object} */ init) => {
      if (good.requests.length < 2) return good.options.fetch(url, init);
      return new Response('{"errCode":"SFS.TURBO.9000","errMsg":"no privileges"}', { status: 403 });
    };
    const iterator = pagesOf(good, { pageSize: 10, fetch })[Symbol.asyncIterator]();
    const seen = [];
    for (let index = 0; index < 19; index += 1) seen.push((await iterator.next()).value.taskId);
    assert.deepEqual(seen, names(19));
    const error = await rejection(iterator.next());
    assert.deepEqual(
      [error.kind, error.operation, error.errCode],
      ["forbidden", "listAllTasks", "SFS.TURBO.9000"],
    );
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
  });

  /** @type {[options: object, field: string, says: string][]} */
  const REFUSED = [
    [{ pageSize: 1 }, "pageSize", "must be a whole number from 2 to 1000"],
    [{ pageSize: 1_001 }, "pageSize", "must be a whole number from 2 to 1000"],
    [{ pageSize: "10" }, "pageSize", "must be a whole number from 2 to 1000"],
    [{ maxItems: 0 }, "maxItems", "must be a whole number from 1 to 2147483647"],
    [{ maxItems: -1 }, "maxItems", "must be a whole number from 1 to 2147483647"],
    [
      { endTime: new Date(Number.NaN) },
      "endTime",
      "must be a valid Date or a string such as 2026-11-26T09:30:00",
    ],
  ];
  for (const [options, field, says] of REFUSED) {
    test(`in an option is thrown with the first task, and nothing is sent: ${JSON.stringify(options)}`, async () => {
      const service = listService(names(25));
      const iterable = pagesOf(service, options);
      for (const begin of [
        () => all(iterable),
        () => all(iterable.byPage()),
        () => iterable.toArray({ limit: 5 }),
      ]) {
        const error = await rejection(begin());
        assert.deepEqual(
          [error.kind, error.field, error.message],
          ["invalid-request", field, `listAllTasks: ${field} ${says}`],
        );
      }
      assert.deepEqual(service.requests, []);
    });
  }

  for (const options of [undefined, null, 5]) {
    test(`in options that are ${options} is not thrown before the first task is requested`, async () => {
      const error = await rejection(all(sfsTurboTasks.listAllTasks(options)));
      assert.deepEqual([error.kind, error.field], ["invalid-request", "options"]);
    });
  }

  for (const limit of [undefined, {}, { limit: 0 }, { limit: 1.5 }, { limit: "5" }, { limit: Infinity }]) {
    test(`of toArray(${JSON.stringify(limit) ?? ""}) says that it needs a limit`, async () => {
      const service = listService(names(25));
      const error = await rejection(pagesOf(service).toArray(limit));
      assert.deepEqual([error.kind, error.field, service.requests.length], ["invalid-request", "limit", 0]);
      assert.equal(
        error.message,
        "listAllTasks: limit must be a whole number, 1 or more: pass how many tasks you want at most",
      );
    });
  }

  test("is the signal's reason if it is aborted while a page is requested, and before the next", async () => {
    const reason = new Error("enough");
    const silent = scriptService(() => SILENCE);
    const controller = new AbortController();
    const first = pagesOf(silent, { signal: controller.signal })[Symbol.asyncIterator]().next();
    await new Promise(setImmediate);
    controller.abort(reason);
    assert.equal(await rejection(first), reason);
    assert.equal(silent.requests[0]?.signal.aborted, true);

    const service = listService(names(25));
    const between = new AbortController();
    const seen = [];
    const loop = async () => {
      for await (const { taskId } of pagesOf(service, { pageSize: 10, signal: between.signal })) {
        seen.push(taskId);
        if (seen.length === 3) between.abort(reason);
      }
    };
    assert.equal(await rejection(loop()), reason);
    assert.deepEqual([seen.length, service.requests.length], [10, 1]);
  });
});

// listAllTasks while the list moves, and with services that page in unusual ways: nothing is lost, nothing is given twice.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const LISTS = 400;

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** Numbers of a seed, the same each time (mulberry32). @param {number} seed */
function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** A whole number below another. @param {number} end */
  return (end) => Math.floor(next() * end);
}

/** @param {readonly string[]} rows @param {number} offset @param {number} limit @param {unknown} count */
const page = (rows, offset, limit, count) => ({
  body: { tasks: rows.slice(offset, offset + limit).map((task_id) => row({ task_id })), count },
});

/** @param {number} count */
const names = (count) => Array.from({ length: count }, (_, index) => `t${index}`);

/** @param {{ options: object }} service @param {object} options @returns {Promise<string[]>} */
async function allOf(service, options) {
  const ids = [];
  for await (const { taskId } of sfsTurboTasks.listAllTasks({ ...service.options, shareId: "s", ...options }))
    ids.push(taskId);
  return ids;
}

/** How the list is changed before each page but the first. @type {Record<string, { least: number, most: number, inserts: number, removes: number }>} */
const MOVES = {
  "rows are put in anywhere": { least: 0, most: 3, inserts: 1, removes: 0 },
  "rows are removed anywhere": { least: 0, most: 3, inserts: 0, removes: 1 },
  "rows come and go": { least: 1, most: 5, inserts: 1, removes: 1 },
  "half of the list goes at once": { least: 0, most: 30, inserts: 0, removes: 1 },
  "more comes than goes": { least: 0, most: 8, inserts: 3, removes: 1 },
};

for (const [name, { least, most, inserts, removes }] of Object.entries(MOVES)) {
  test(`each task that exists all the time is given exactly once while ${name}, in ${LISTS} lists`, async (t) => {
    let requests = 0;
    let moved = 0;
    for (let seed = 1; seed <= LISTS; seed += 1) {
      const below = chance(seed);
      const pageSize = 2 + below(30);
      let rows = names(below(120));
      const stayed = new Set(rows);
      const everThere = new Set(rows);
      const service = scriptService(({ parameters }, index) => {
        if (index > 2_000) throw new Error("it would never end");
        const changes = index === 0 || index > 60 ? 0 : least + below(most - least + 1);
        for (let change = 0; change < changes; change += 1) {
          const place = below(rows.length + 1);
          const isInsert = below(inserts + removes) < inserts;
          const added = `new-${index}-${change}`;
          if (isInsert) everThere.add(added);
          else stayed.delete(rows[place] ?? "");
          rows = isInsert ? rows.toSpliced(place, 0, added) : rows.toSpliced(place, 1);
          moved += 1;
        }
        return page(rows, Number(parameters.get("offset")), Number(parameters.get("limit")), rows.length);
      });
      const given = await allOf(service, { pageSize });
      const once = new Set(given);
      assert.equal(once.size, given.length, `seed ${seed}: one is given twice`);
      assert.deepEqual(
        [...stayed].filter((id) => !once.has(id)),
        [],
        `seed ${seed}: some are left out`,
      );
      assert.deepEqual(
        given.filter((id) => !everThere.has(id)),
        [],
        `seed ${seed}: some never were`,
      );
      requests += service.requests.length;
    }
    assert.ok(moved > LISTS, "the lists have moved");
    t.diagnostic(`${requests} requests, ${moved} changes`);
  });
}

test("the emulator's list moves before each page, and each task that stays is given once", async () => {
  const emulator = createEmulator({ now: () => 1_700_000_000_000 });
  const { endpoint, projectId, token, fetch } = emulator;
  const shareId = emulator.addFileSystem();
  const ids = names(40);
  for (const taskId of ids) emulator.addTask({ shareId, taskId });
  const leaving = ["t39", "t38", "t20", "t5"];
  emulator.beforeNextList(() => {});
  emulator.beforeNextList(
    () => {
      emulator.addTask({ shareId });
      const gone = leaving.shift();
      if (gone !== undefined) emulator.deleteTask(shareId, gone, { duration: 0 });
    },
    { times: Infinity },
  );
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch });
  const tasks = await client.listAllTasks({ shareId, pageSize: 10 }).toArray({ limit: 1_000 });
  const given = tasks.map((/** @type {any} */ { taskId }) => taskId);
  assert.equal(new Set(given).size, given.length);
  const staying = ids.filter((id) => !["t39", "t38", "t20", "t5"].includes(id));
  assert.deepEqual(
    staying.filter((id) => !given.includes(id)),
    [],
  );
});

describe("a service that pages in an unusual way", () => {
  const ids = names(57);
  /** @type {Record<string, { answer: (offset: number, limit: number) => import("./scripted-service.mjs").Answer, given?: string[], most: number }>} */
  const SERVICES = {
    "gives fewer rows than it is asked for": { answer: (offset) => page(ids, offset, 7, 57), most: 12 },
    "gives one row at a time": { answer: (offset) => page(ids, offset, 1, 57), most: 60 },
    "ignores the offset": { answer: (_, limit) => page(ids, 0, limit, 57), given: ids.slice(0, 20), most: 6 },
    "ignores the offset, and counts too many": {
      answer: (_, limit) => page(ids, 0, limit, 1_000_000),
      given: ids.slice(0, 20),
      most: 6,
    },
    "rounds the offset to whole pages": {
      answer: (offset, limit) => page(ids, Math.floor(offset / limit) * limit, limit, 57),
      most: 60,
    },
    "ignores the limit": { answer: (offset) => page(ids, offset, 1_000, 57), most: 2 },
    "ignores both": { answer: () => page(ids, 0, 1_000, 57), most: 2 },
    "counts too few": { answer: (offset, limit) => page(ids, offset, limit, 3), most: 5 },
    "counts none": { answer: (offset, limit) => page(ids, offset, limit, 0), most: 5 },
    "counts each page alone": {
      answer: (offset, limit) => page(ids, offset, limit, ids.slice(offset, offset + limit).length),
      most: 5,
    },
    "counts too many": { answer: (offset, limit) => page(ids, offset, limit, 1_000_000), most: 6 },
    "counts many that its filter hides": {
      answer: (offset, limit) => page(ids, offset, limit, 570),
      most: 6,
    },
    "does not count": { answer: (offset, limit) => page(ids, offset, limit, undefined), most: 5 },
    "gives the last page for every offset beyond": {
      answer: (offset, limit) => page(ids, Math.min(offset, 57 - 10), limit, 1_000_000),
      most: 6,
    },
    "has nothing": { answer: () => page([], 0, 0, 0), given: [], most: 1 },
    "has nothing, and says that it has": { answer: () => page([], 0, 0, 57), given: [], most: 1 },
    "has one row": { answer: (offset, limit) => page(["t0"], offset, limit, 1), given: ["t0"], most: 1 },
  };

  for (const [name, { answer, given = ids, most }] of Object.entries(SERVICES)) {
    test(`is read to its end, in at most ${most} requests: one that ${name}`, async () => {
      const service = scriptService(({ parameters }, index) => {
        if (index > 1_000) throw new Error("it would never end");
        return answer(Number(parameters.get("offset")), Number(parameters.get("limit")));
      });
      assert.deepEqual(await allOf(service, { pageSize: 20, maxRetries: 0 }), given);
      assert.ok(service.requests.length <= most, `${service.requests.length} requests`);
    });
  }

  test("gives one id twice in one page: it counts once", async () => {
    const service = scriptService(() => page(["t0", "t0", "t1"], 0, 20, 3));
    assert.deepEqual(await allOf(service, { pageSize: 20 }), ["t0", "t1"]);
  });
});

// The times of tasks: each is read as UTC, whatever day and form it has.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { row, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @param {readonly string[]} texts @returns {Promise<(Date | null)[]>} */
async function read(texts) {
  const tasks = texts.map((start_time, index) => row({ task_id: `t${index}`, start_time }));
  const { options } = scriptService(() => ({ body: { tasks, count: tasks.length } }));
  const list = await sfsTurboTasks.listTasks({ ...options, shareId: "s", maxResponseBytes: 100_000_000 });
  return list.tasks.map((/** @type {{ startTime: Date | null }} */ { startTime }) => startTime);
}

test("every day of four hundred years is the same day as in Date, at any time of it", async () => {
  const texts = [];
  for (let day = Date.UTC(1870, 0, 1); day < Date.UTC(2270, 0, 1); day += 86_400_000) {
    const time = day + (((day / 86_400_000) * 7_919_000) % 86_400_000);
    texts.push(new Date(time < day ? time + 86_400_000 : time).toISOString().slice(0, 19));
  }
  const expected = texts.map((text) => new Date(`${text}Z`));
  assert.equal(texts.length, 146_097);
  assert.deepEqual(await read(texts), expected);
});

test("a time may have a space, a fraction, a zone or blanks around it", async () => {
  const forms = {
    "2026-11-26 09:30:00": "2026-11-26T09:30:00.000Z",
    "2026-11-26t09:30:00": "2026-11-26T09:30:00.000Z",
    "2026-11-26T09:30:00.25": "2026-11-26T09:30:00.250Z",
    "2026-11-26T09:30:00Z": "2026-11-26T09:30:00.000Z",
    "2026-11-26T09:30:00+08:00": "2026-11-26T01:30:00.000Z",
    " 2026-11-26T09:30:00 ": "2026-11-26T09:30:00.000Z",
    "2028-02-29T23:59:59": "2028-02-29T23:59:59.000Z",
  };
  const times = await read(Object.keys(forms));
  assert.deepEqual(
    times.map((time) => time?.toISOString()),
    Object.values(forms),
  );
});

test("a text that is not a time is refused", async () => {
  const texts = ["", "soon", "2026-02-30T00:00:00", "2027-02-29T00:00:00", "2026-13-01T00:00:00"];
  const more = [
    "2026-00-10T00:00:00",
    "2026-11-26",
    "2026-11-26T09:30",
    "2026-11-26T09:60:00",
    "2026-11-26T25:00:00",
  ];
  assert.deepEqual(await read([...texts, ...more]), Array(10).fill(null));
});

// <sfs-turbo-task> of the installed package in a real browser: what a reader sees and which events a page gets, in each state.
// @ts-check
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openElementPage } from "./element-page.mjs";

/** @typedef {import("./element-page.mjs").ElementPage} ElementPage */

/** @type {ElementPage} */
let page;

before(async () => {
  page = await openElementPage();
  // Registers the elements for the later scenarios.
  early = await page.run("earlyProperties");
});
after(() => page?.close());

/** @type {any} */
let early;

const path = ["File system", "results/2026/", "→", "OBS bucket", "2026/"];
const started = "Started Nov 26, 23:04 GMT+8";
const running = ["Export", "In progress", ...path, started, "Duration 12 min 40 s"];
const ended = ["Duration 12 min 40 s", "Ended Nov 26, 23:16 GMT+8"];
const taskId = "5f5bd2c4-0000-4000-8000-000000000001";

/** The common fields of a card. */
const card = {
  ...{ state: "running", status: "DOING", tone: "run", label: "Export: results/2026/" },
  ...{ busy: null, voice: "", bar: /** @type {string[]} */ ([]) },
};
/** A progress bar without a known value has no `aria-valuenow`. */
const bar = ["aria-label", "aria-valuetext", "class", "part", "role"];

test("properties that were set before the registration count, and a second registration changes nothing", () => {
  assert.deepEqual(early, {
    isRegistered: false,
    asked: { shareId: "share-1", taskId: "task-1", interval: 500, watches: 1 },
    own: [],
    isSame: true,
    tags: ["sfs-turbo-task", "sfs-turbo-tasks", "sfs-turbo-task"],
  });
});

test("a task is loading, then running, then successful, and the page gets an event each time", async () => {
  const { loading, running: during, times, settled, told } = await page.run("life");
  assert.deepEqual(loading, {
    ...{ ...card, texts: ["Task"], state: "loading", status: null, tone: "", label: "Task" },
    busy: "true",
  });
  assert.deepEqual(during, { ...card, texts: running, bar });
  assert.deepEqual(times, ["2026-11-26T15:04:00.000Z", ""]);
  assert.deepEqual(settled, {
    ...{ ...card, texts: ["Export", "Successful", ...path, ...ended], state: "settled" },
    ...{ status: "SUCCESS", tone: "good", voice: "Export: Successful" },
  });
  assert.deepEqual(
    told.map((/** @type {any} */ { type, detail }) => [
      type,
      detail.task.status,
      detail.previous?.status ?? null,
      detail.gone,
    ]),
    [
      ["sfs-task-update", "DOING", null, undefined],
      ["sfs-task-update", "SUCCESS", "DOING", undefined],
      ["sfs-task-settled", "SUCCESS", null, false],
    ],
  );
});

test("a failed task shows its reason, and the copy button copies the whole request id", async () => {
  const failure = await page.run("failure");
  const texts = ["Export", "Failed", ...path, "The bucket is gone.", "Request request-1 Copy", ...ended];
  assert.deepEqual(failure, {
    before: { ...card, texts, state: "settled", status: "FAIL", tone: "bad" },
    role: null,
    label: "Copy: Request request-1",
    copied: ["request-1"],
    after: "Copied",
    voice: "Copied",
  });
});

test("a task that is being deleted is gone in the end", async () => {
  const { deleting, gone, last } = await page.run("deletion");
  assert.deepEqual(deleting, {
    ...{ ...card, texts: ["Export", "Being deleted", ...path, started] },
    ...{ status: "DELETING", tone: "wait" },
  });
  assert.deepEqual(gone, {
    ...{ ...card, texts: ["Export", "Deleted", ...path], state: "gone", status: "DELETING", tone: "" },
    voice: "Export: Deleted",
  });
  assert.deepEqual(last, { type: "sfs-task-settled", gone: true });
});

test("without a connection the card shows the last state and its time, looks again by itself, and at once on request", async () => {
  const { offline, fault, back, looks, focused } = await page.run("interruption");
  const late = ["Last seen 40 s ago · Next look in 12 s", "Try again", started, "Duration 13 min 20 s"];
  assert.deepEqual(offline, {
    ...{ ...card, texts: ["Export", "Offline", ...path, ...late], tone: "wait", voice: "Export: Offline" },
  });
  assert.deepEqual(fault, { type: "sfs-task-error", final: false, kind: "network" });
  assert.deepEqual(back, {
    ...{ ...card, texts: [...running.slice(0, -1), "Duration 13 min 20 s"], bar },
    voice: "Export: In progress",
  });
  assert.deepEqual({ looks, focused }, { looks: [1, 0], focused: "root" });
});

test("without a permission the card names the IAM action, and continues on request", async () => {
  assert.deepEqual(await page.run("refusal"), {
    refused: {
      ...{ ...card, state: "error", status: null, tone: "bad", label: "Task" },
      texts: [
        ...["Task", "No permission", "no privileges to operate"],
        "Needs permission: sfsturbo:shares:getDataRepositoryTask · SFS.TURBO.9000",
        ...["Request request-7 Copy", "Try again", `Task ${taskId}`],
      ],
    },
    role: "alert",
    told: ["sfs-task-error", true],
    isError: true,
    watches: 2,
    after: "running",
    error: null,
    isHidden: true,
  });
});

test("a task that does not exist is gone, and the card shows that quietly", async () => {
  assert.deepEqual(await page.run("notFound"), {
    ...{ ...card, state: "gone", status: null, tone: "", label: "Task" },
    texts: ["Task", "Not found", "Invalid task id.", "SFS.TURBO.0106", "Try again", `Task ${taskId}`],
  });
});

test("an invalid client, or a client that throws, is an error, and the page gets an event", async () => {
  assert.deepEqual(await page.run("badClients"), {
    first: { state: "error", name: "TypeError" },
    second: "no",
    told: ["sfs-task-error", "sfs-task-error"],
  });
});

test("markup, right-to-left text, 10,000 characters and names of Object.prototype are only text", async () => {
  assert.deepEqual(await page.run("hostile"), { wrong: [], isBroken: false });
});

test("events leave the shadow trees around an element", async () => {
  assert.deepEqual(await page.run("nested"), { told: ["sfs-task-update"], watches: 1, returned: 0 });
});

test("nothing above violates a policy of `style-src 'self'` or causes a warning", async () => {
  assert.deepEqual(await page.readConsole(), []);
});

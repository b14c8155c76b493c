// Waits in a page: slower while it is hidden, at once when it is shown again, and with no listener left behind.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { enter, openPage } from "./fake-page.mjs";
import { rejection, row, SILENCE, scriptService, throttled, UNAVAILABLE } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "s", taskId: "t" };
const DOING = { body: row() };
const SUCCESS = { body: row({ status: "SUCCESS" }) };
const MINUTE = 60_000;

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  await sfsTurboTasks.getTask({ ...scriptService(() => DOING).options, ...ids });
});

/**
 * A wait for a task that ends when the test says so.
 * @param {import("node:test").TestContext} t
 * @param {object} [options]
 * @param {(index: number) => any} [answer]
 */
function begin(t, options, answer = () => DOING) {
  const clock = startClock(t);
  let hasEnded = false;
  const service = scriptService((_, index) => (hasEnded ? SUCCESS : answer(index)), clock.now);
  const promise = sfsTurboTasks.waitForTask({ ...service.options, ...ids, ...options });
  const end = async () => {
    hasEnded = true;
    assert.equal((await clock.until(promise)).status, "SUCCESS");
    assert.equal(clock.pending(), 0);
  };
  const looks = () => service.requests.length;
  return { clock, service, promise, end, looks };
}

describe("while the page is hidden", () => {
  test("a look happens at most once a minute, with a random delay", async (t) => {
    const page = openPage(t, { hidden: true });
    const { clock, service, end } = begin(t);
    await clock.pass(11 * MINUTE);
    assert.deepEqual(service.pauses(), Array(10).fill(1.1 * MINUTE));
    await end();
    assert.deepEqual(page.listeners(), [0, 0]);
  });

  test("the pause after a failure, and a longer interval, stay as they are", async (t) => {
    openPage(t, { hidden: true });
    const { clock, service, end } = begin(t, { interval: 2 * MINUTE }, (index) =>
      index === 1 ? UNAVAILABLE : DOING,
    );
    await clock.pass(6 * MINUTE);
    assert.deepEqual(service.pauses(), [2 * MINUTE, 2 * MINUTE, 2 * MINUTE]);
    await end();
  });

  test("no look happens with whenHidden pause, for a day", async (t) => {
    const page = openPage(t, { hidden: true });
    const { clock, end, looks } = begin(t, { whenHidden: "pause" });
    await clock.pass(86_400_000);
    assert.equal(looks(), 1);
    page.show();
    await clock.rest();
    assert.equal(looks(), 2);
    await end();
  });

  test("no look happens with whenHidden pause, even for longer than a timer can count", async (t) => {
    openPage(t, { hidden: true });
    const { clock, promise, looks, service } = begin(t, { whenHidden: "pause", signal: undefined });
    await clock.pass(3 * 2_147_483_647);
    assert.deepEqual([looks(), clock.pending(), service.counts.open], [1, 1, 0]);
    promise.catch(() => {});
  });

  test("waitTimeout also ends a wait with whenHidden pause, after a last look", async (t) => {
    openPage(t, { hidden: true });
    const { clock, service, promise } = begin(t, { whenHidden: "pause", waitTimeout: 10 * MINUTE });
    const began = clock.now();
    const error = await rejection(clock.until(promise));
    assert.deepEqual([error.kind, error.task.status, clock.now() - began], ["timeout", "DOING", 10 * MINUTE]);
    assert.deepEqual(service.pauses(), [10 * MINUTE - 1_000]);
  });

  test("whenHidden same changes nothing", async (t) => {
    openPage(t, { hidden: true });
    const { clock, service, end } = begin(t, { whenHidden: "same" });
    await clock.pass(MINUTE);
    assert.deepEqual(service.pauses().slice(0, 6), [2_000, 3_000, 4_500, 6_750, 10_125, 15_000]);
    await end();
  });

  test("a restored connection changes nothing", async (t) => {
    const page = openPage(t, { hidden: true });
    const { clock, end, looks } = begin(t);
    await clock.pass(5_000);
    page.comeOnline();
    await clock.pass(5_000);
    assert.equal(looks(), 1);
    await end();
  });
});

describe("the next look happens at once", () => {
  test("when the page is shown", async (t) => {
    const page = openPage(t, { hidden: true });
    const { clock, service, end, looks } = begin(t);
    await clock.pass(5_000);
    assert.equal(looks(), 1);
    page.show();
    await clock.rest();
    assert.deepEqual(service.pauses(), [5_000]);
    // From here on as usual.
    await clock.pass(3_000);
    assert.deepEqual(service.pauses(), [5_000, 3_000]);
    await end();
  });

  test("when the connection is back, even in the pause after a failure", async (t) => {
    const page = openPage(t);
    const { clock, service, end } = begin(t, {}, (index) => (index === 0 ? UNAVAILABLE : DOING));
    await clock.pass(1_000);
    page.comeOnline();
    await clock.rest();
    assert.deepEqual(service.pauses(), [1_000]);
    await end();
  });

  test("and not twice, whatever happens while it is under way", async (t) => {
    const page = openPage(t, { hidden: true });
    const { clock, service, promise, looks } = begin(t, {}, (index) => (index === 1 ? SILENCE : DOING));
    await clock.pass(1_000);
    page.show();
    await clock.rest();
    for (const happen of [page.hide, page.show, page.comeOnline, page.show]) happen();
    await clock.rest();
    assert.deepEqual([looks(), service.counts.mostAtOnce], [2, 1]);
    promise.catch(() => {});
  });
});

describe("a page that is hidden and shown repeatedly", () => {
  test("does not use up the failures of a wait", async (t) => {
    const page = openPage(t);
    const { clock, end, looks } = begin(t, undefined, (index) => (index < 3 ? UNAVAILABLE : DOING));
    await clock.rest();
    for (let visit = 0; visit < 20; visit += 1) {
      page.hide();
      page.show();
      await clock.pass(100);
    }
    // The pause of four seconds after the first failure is at least a second.
    assert.equal(looks(), 2);
    await end();
  });

  test("does not poll before the time that the service has set", async (t) => {
    const page = openPage(t);
    const answer = (/** @type {number} */ index) =>
      index === 0 ? throttled({ "retry-after": "120" }) : DOING;
    const { clock, service, end } = begin(t, undefined, answer);
    await clock.rest();
    for (let visit = 0; visit < 10; visit += 1) {
      page.hide();
      page.show();
      await clock.pass(200);
    }
    await clock.pass(3 * MINUTE);
    assert.equal(service.pauses()[0], 132_000);
    await end();
  });

  test("waits for a quarter of a second between two looks", async (t) => {
    const page = openPage(t);
    const { clock, service, end } = begin(t, { interval: 15_000 });
    await clock.rest();
    for (let visit = 0; visit < 10; visit += 1) {
      page.hide();
      page.show();
      await clock.pass(100);
    }
    assert.deepEqual(service.pauses().slice(0, 3), [250, 250, 250]);
    await end();
  });
});

describe("when the page is hidden in a pause", () => {
  test("the next look happens a minute after the last, and sooner when the page is shown again", async (t) => {
    const page = openPage(t);
    const { clock, service, end } = begin(t, { interval: 15_000 });
    await clock.pass(5_000);
    page.hide();
    await clock.pass(1.1 * MINUTE);
    assert.deepEqual(service.pauses(), [1.1 * MINUTE]);
    await clock.pass(10_000);
    page.show();
    await clock.rest();
    assert.deepEqual(service.pauses(), [1.1 * MINUTE, 15_000]);
    await end();
    assert.deepEqual(page.listeners(), [0, 0]);
  });
});

describe("listeners", () => {
  test("exist only in a pause", async (t) => {
    const page = openPage(t);
    const { clock, end } = begin(t);
    assert.deepEqual(page.listeners(), [0, 0]);
    await clock.pass(1_000);
    assert.deepEqual(page.listeners(), [1, 1]);
    await clock.pass(3_600_000);
    assert.deepEqual(page.listeners(), [1, 1]);
    await end();
    assert.deepEqual(page.listeners(), [0, 0]);
  });

  test("are removed after an abort in a pause", async (t) => {
    const page = openPage(t);
    const controller = new AbortController();
    const { clock, promise } = begin(t, { signal: controller.signal });
    await clock.pass(1_000);
    controller.abort("enough");
    assert.equal(await rejection(promise), "enough");
    assert.deepEqual(page.listeners(), [0, 0]);
  });

  test("are removed while a loop over a watch is busy, and after it is left", async (t) => {
    const page = openPage(t);
    const clock = startClock(t);
    const service = scriptService((_, index) => ({ body: row({ message: `${index}` }) }), clock.now);
    const watching = sfsTurboTasks.watchTask({ ...service.options, ...ids });
    await clock.until(watching.next());
    assert.deepEqual(page.listeners(), [0, 0]);
    const waiting = watching.next();
    await clock.pass(1_000);
    assert.deepEqual(page.listeners(), [1, 1]);
    await watching.return();
    await waiting;
    assert.deepEqual(page.listeners(), [0, 0]);
  });
});

describe("a document that is not the platform's causes no failure", () => {
  const raise = () => {
    throw new Error("not here");
  };
  const unreadable = Object.defineProperty({}, "hidden", { get: raise });
  /** @type {Record<string, Record<string, unknown>>} */
  const STRANGE = {
    "its addEventListener throws": {
      document: { hidden: false, addEventListener: raise, removeEventListener: raise },
    },
    "it has no methods": { document: { hidden: false } },
    "it cannot be read": { document: unreadable },
    "it is null": { document: null },
    "it is a text": { document: "page" },
    "the window's methods throw": { addEventListener: raise, removeEventListener: raise },
    "the window's methods are none": { addEventListener: 5, removeEventListener: 5 },
    "hidden is no flag": { document: { hidden: "hidden" } },
  };

  for (const [name, globals] of Object.entries(STRANGE)) {
    test(`if ${name}`, async (t) => {
      enter(t, globals);
      const { clock, service, end } = begin(t, {}, (index) => (index === 1 ? throttled() : DOING));
      await clock.pass(9_000);
      assert.deepEqual(service.pauses(), [2_000, 6_000]);
      await end();
    });
  }
});

for (const value of ["fast", "", 5, true]) {
  test(`whenHidden is refused where it is ${JSON.stringify(value)}`, async () => {
    const { options, requests } = scriptService(() => DOING);
    const error = await rejection(sfsTurboTasks.waitForTask({ ...options, ...ids, whenHidden: value }));
    assert.deepEqual([error.kind, error.field, requests.length], ["invalid-request", "whenHidden", 0]);
  });
}

// Every form of Retry-After that a gateway may send, and a wrong clock: the test reads the timer that is set for the pause.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { importInstalled, installTarball } from "./tarball.mjs";

const TASK = '{"task_id":"t","status":"DOING"}';
const usual = {
  endpoint: "https://x.example",
  projectId: "p",
  shareId: "s",
  taskId: "t",
  token: "MIIEtoken",
};
const HOUR = 3_600_000;

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  // With a started core.
  await sfsTurboTasks.getTask({ ...usual, fetch: async () => new Response(TASK) });
});

/**
 * The pause after a refusal with these headers, without the jitter; `undefined` if there was none.
 * @param {Record<string, string>} headers
 * @param {number} [skew] of the machine's clock, in milliseconds
 */
async function pauseFor(headers, skew = 0) {
  /** The timers that are set once the first request is sent: the attempt's own, then that of the pause. @type {number[]} */
  const timers = [];
  const { setTimeout: realTimeout } = globalThis;
  const { random } = Math;
  const { now } = Date;
  let attempts = 0;
  const fetch = async () => {
    attempts += 1;
    if (attempts > 1) return new Response(TASK);
    return {
      status: 429,
      type: "basic",
      headers: { get: (/** @type {string} */ name) => headers[name.toLowerCase()] ?? null },
      text: async () => "{}",
    };
  };
  Math.random = () => 0;
  Date.now = () => now() + skew;
  globalThis.setTimeout = /** @type {any} */ (
    (/** @type {() => void} */ run, /** @type {number} */ milliseconds) => {
      if (attempts === 1) timers.push(milliseconds);
      // The test does not wait for the pause.
      return realTimeout(run, timers.length === 2 ? 0 : milliseconds);
    }
  );
  try {
    const options = { ...usual, fetch, timeout: 2 * HOUR, attemptTimeout: 2 * HOUR, maxRetries: 1 };
    await sfsTurboTasks.getTask(options).catch((/** @type {any} */ error) => {
      assert.equal(error.kind, "throttled");
    });
  } finally {
    Object.assign(globalThis, { setTimeout: realTimeout });
    Math.random = random;
    Date.now = now;
  }
  return timers[1];
}

const SENT = Date.UTC(2026, 10, 26, 12, 0, 0);
const date = (/** @type {number} */ seconds) => new Date(SENT + seconds * 1_000).toUTCString();

const PAUSES = {
  0: 0,
  7: 7_000,
  " 7 ": 7_000,
  "+7": 7_000,
  1.5: 1_500,
  "7.0": 7_000,
  2500.5: 2_500_500,
  [date(10)]: 10_000,
  [date(-100)]: 0,
  [new Date(SENT + 10_000).toISOString()]: 10_000,
  "Sunday, 06-Nov-94 08:49:37 GMT": 0,
  [`${SENT / 1_000 + 10}`]: 10_000,
  [`${SENT / 1_000 + 10}.5`]: 10_500,
  [`${SENT + 10_000}`]: 10_000,
  // An invalid value demands no pause.
  "": 0,
  "-7": 0,
  "7, 9": 0,
  "7s": 0,
  "1e2": 0,
  PT10S: 0,
};

for (const [header, pause] of Object.entries(PAUSES)) {
  test(`Retry-After: ${JSON.stringify(header)} means a pause of ${pause} ms`, async () => {
    assert.equal(await pauseFor({ "retry-after": header, date: date(0) }), pause);
  });
}

test("a pause longer than the rest of the call is not started", async () => {
  assert.equal(await pauseFor({ "retry-after": "7201", date: date(0) }), undefined);
  assert.equal(await pauseFor({ "retry-after": "99999999999", date: date(0) }), undefined);
});

for (const skew of [-300_000, 300_000, 20_000]) {
  test(`a date is compared with the answer's own Date, however wrong the machine's clock is: ${skew} ms`, async () => {
    assert.equal(await pauseFor({ "retry-after": date(3), date: date(0) }, skew), 3_000);
  });
}

test("a date is compared with the machine's clock if the answer has no Date", async () => {
  const soon = Math.ceil(Date.now() / 1_000) * 1_000 + 10_000;
  const pause = await pauseFor({ "retry-after": new Date(soon).toUTCString() });
  assert.ok(pause !== undefined && pause > 5_000 && pause <= 11_000, `${pause}`);
});

// The tokens of a wait: got before each look, renewed, separate for each user, and never part of an error or a callback.
// @ts-check
import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { before, describe, test } from "node:test";
import { inspect } from "node:util";
import { rejection, row, scriptService, UNAVAILABLE } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "s", taskId: "t" };
/** @param {string} [status] */
const seen = (status = "DOING") => ({ body: row({ status }) });

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  await sfsTurboTasks.getTask({ ...scriptService(() => seen()).options, ...ids });
});

/** @param {{ requests: { headers: Record<string, string> }[] }} service */
const sent = ({ requests }) => requests.map(({ headers }) => headers["X-Auth-Token"]);

describe("a token function", () => {
  test("is called before each look, also before a look after a failure", async (t) => {
    const clock = startClock(t);
    const answers = [seen(), UNAVAILABLE, seen(), seen("SUCCESS")];
    const service = scriptService((_, index) => answers[index] ?? {});
    /** @type {unknown[]} */
    const asked = [];
    const token = (/** @type {unknown} */ context) => `MIIEtoken-${asked.push(context)}`;
    await clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, token }));
    assert.deepEqual(
      sent(service),
      [1, 2, 3, 4].map((number) => `MIIEtoken-${number}`),
    );
    assert.deepEqual(asked, Array(4).fill({ rejected: undefined }));
  });

  test("is called for another token after a 401 of any look, once for each", async (t) => {
    const clock = startClock(t);
    const valid = ["MIIEtoken-1", "MIIEtoken-2", "MIIEtoken-3"];
    const service = scriptService(({ headers }, index) => {
      // The token expires twice: before the third request, and before the fifth.
      const now = valid[index < 2 ? 0 : index < 5 ? 1 : 2];
      return headers["X-Auth-Token"] === now ? seen(index < 7 ? "DOING" : "SUCCESS") : { status: 401 };
    });
    /** @type {(string | undefined)[]} */
    const rejections = [];
    let current = 0;
    const token = async (/** @type {{ rejected?: string }} */ { rejected }) => {
      if (rejected !== undefined) {
        rejections.push(rejected);
        current += 1;
      }
      return valid[current];
    };
    const task = await clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, token }));
    assert.equal(task.status, "SUCCESS");
    assert.deepEqual(rejections, valid.slice(0, 2));
    const [one, two, three] = valid;
    assert.deepEqual(sent(service), [one, one, one, two, two, two, three, three]);
  });

  test("whose new token is refused too ends the wait, with the task", async (t) => {
    const clock = startClock(t);
    const service = scriptService((_, index) => (index === 0 ? seen() : { status: 401 }));
    let number = 0;
    const token = () => `MIIEtoken-${number++}`;
    const error = await rejection(
      clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, token })),
    );
    assert.deepEqual(
      [error.kind, error.task.status, service.requests.length],
      ["unauthenticated", "DOING", 3],
    );
  });

  test("is called again for a new token that it gave long ago", async (t) => {
    const clock = startClock(t);
    const service = scriptService(({ headers }, index) => {
      // The first token is refused at each look, and every other one at its second use.
      const used = service.requests.filter(
        (other) => other.headers["X-Auth-Token"] === headers["X-Auth-Token"],
      );
      if (headers["X-Auth-Token"] === "MIIEtoken-0" || used.length > 1) return { status: 401 };
      return seen(index < 7 ? "DOING" : "SUCCESS");
    });
    let renewed = 0;
    const token = (/** @type {{ rejected?: string }} */ { rejected }) =>
      `MIIEtoken-${rejected === undefined ? 0 : ++renewed}`;
    const task = await clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, token }));
    assert.equal(task.status, "SUCCESS");
    const numbers = [0, 1, 0, 2, 0, 3, 0, 4];
    assert.deepEqual(
      sent(service),
      numbers.map((number) => `MIIEtoken-${number}`),
    );
  });

  test("that fails before anything was seen ends the wait", async (t) => {
    const clock = startClock(t);
    const token = async () => {
      throw new Error("not signed in");
    };
    const { options, requests } = scriptService(() => seen());
    const error = await rejection(clock.until(sfsTurboTasks.waitForTask({ ...options, ...ids, token })));
    assert.deepEqual(
      [error.kind, error.cause.message, requests.length],
      ["no-credentials", "not signed in", 0],
    );
  });

  test("that fails later for a moment does not", async (t) => {
    const clock = startClock(t);
    const { options, requests } = scriptService((_, index) => seen(index < 2 ? "DOING" : "SUCCESS"));
    let asked = 0;
    const token = async () => {
      asked += 1;
      if (asked > 1 && asked < 6) throw new Error("not now");
      return "MIIEtoken-again";
    };
    assert.equal(
      (await clock.until(sfsTurboTasks.waitForTask({ ...options, ...ids, token }))).status,
      "SUCCESS",
    );
    assert.deepEqual([asked, requests.length], [7, 3]);
  });
});

test("two hundred users who wait at the same time keep their own tokens and contexts, through failures and renewals", async (t) => {
  const clock = startClock(t, { random: () => 0.5 });
  /** @type {AsyncLocalStorage<string>} */
  const currentUser = new AsyncLocalStorage();
  const users = Array.from({ length: 200 }, (_, index) => `user-${index}`);
  /** @type {Map<string, string[]>} */
  const tokensOf = new Map(users.map((user) => [user, []]));
  const service = scriptService(({ path, headers }) => {
    const user = path.slice(path.lastIndexOf("/") + 1);
    const look = tokensOf.get(user)?.push(`${headers["X-Auth-Token"]}`) ?? 0;
    if (look === 2) return { status: 401 };
    if (look === 4) return UNAVAILABLE;
    return { body: row({ task_id: user, status: look < 7 ? "DOING" : "SUCCESS" }) };
  });
  const inContext = (/** @type {string} */ user) => assert.equal(currentUser.getStore(), user);
  const token = async (/** @type {{ rejected?: string }} */ { rejected }) => {
    const user = currentUser.getStore();
    await undefined;
    assert.equal(currentUser.getStore(), user);
    return `token-of-${user}${rejected === undefined ? "" : "-renewed"}`;
  };
  const client = sfsTurboTasks.createClient({ ...service.options, token });
  const waits = users.map((user) =>
    currentUser.run(user, async () => {
      const callbacks = {
        onUpdate: () => inContext(user),
        onFault: () => inContext(user),
        interval: () => inContext(user),
      };
      const { taskId } = await client.waitForTask({ shareId: "s", taskId: user, ...callbacks });
      inContext(user);
      return taskId;
    }),
  );
  assert.deepEqual(await clock.until(Promise.all(waits)), users);
  for (const [user, tokens] of tokensOf) {
    const own = `token-of-${user}`;
    assert.deepEqual(tokens, [own, own, `${own}-renewed`, own, own, own, own]);
  }
});

describe("a service that echoes the token", () => {
  const TOKEN = "MIIEtokenThatNobodyMayRead";
  const SECOND = "MIIEanotherThatNobodyMayRead";

  /** @param {string} token @param {string} status */
  const echo = (token, status) => ({
    headers: { "x-request-id": token },
    body: row({ status, message: `refused: ${token}`, [token]: token, debug: { headers: [token] } }),
  });

  test("does not bring it into the task of an error, nor into the arguments of callbacks", async (t) => {
    const clock = startClock(t);
    const tokens = [TOKEN, SECOND];
    const service = scriptService(({ headers }, index) =>
      echo(headers["X-Auth-Token"] ?? "", index < 3 ? "DOING" : "FAIL"),
    );
    /** @type {unknown[]} */
    const told = [];
    const tell = (/** @type {unknown[]} */ ...values) => void told.push(...values);
    const options = { token: () => tokens[told.length % 2], onUpdate: tell, onFault: tell };
    const error = await rejection(
      clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, ...options })),
    );
    assert.equal(error.kind, "task-failed");
    assert.equal(error.task.message, "refused: [token]");
    assert.deepEqual(error.task.raw.debug, { headers: ["[token]"] });
    assert.equal(error.task.requestId, "[token]");
    for (const text of [
      JSON.stringify(error),
      inspect(error, { depth: 9, showHidden: true }),
      error.stack,
      inspect(told, { depth: 9 }),
    ]) {
      for (const token of tokens) assert.ok(!text.includes(token.slice(0, 12)), text);
    }
  });

  test("in JSON escapes does not bring it into the task of an error", async (t) => {
    const clock = startClock(t);
    const token = 'MIIE/token"that\\nobody/may/read';
    const escaped = (/** @type {string} */ text) =>
      [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
    for (const text of [escaped(token), JSON.stringify(token).slice(1, -1).replaceAll("/", "\\/")]) {
      const body = JSON.stringify(row({ status: "FAIL", message: "of" })).replace('"of"', `"of ${text}."`);
      const { options } = scriptService(() => ({ body }));
      const error = await rejection(clock.until(sfsTurboTasks.waitForTask({ ...options, ...ids, token })));
      assert.deepEqual([error.task.message, error.errMsg], ["of [token].", "of [token]."]);
    }
  });

  test("of an earlier look does not bring it into a later one, even if all tokens begin alike", async (t) => {
    const clock = startClock(t);
    const head = "MIIFeAYJKoZIhvcNAQcCoIIFaTCCBWUCAQExDTAL";
    const tokenOf = (/** @type {number} */ look) => `${head}${look}-of-the-wait`;
    let asked = 0;
    const token = () => tokenOf(asked++);
    const service = scriptService((_, index) =>
      echo(tokenOf(Math.max(0, index - 1)), index < 9 ? "DOING" : "FAIL"),
    );
    const error = await rejection(
      clock.until(sfsTurboTasks.waitForTask({ ...service.options, ...ids, token })),
    );
    assert.equal(error.task.message, "refused: [token]");
    assert.ok(!JSON.stringify(error).includes("of-the-wait"), JSON.stringify(error));
  });
});

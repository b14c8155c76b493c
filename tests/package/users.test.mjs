// A server with 200 users at once: no request carries another user's token, and no function runs in another user's context.
// @ts-check
import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { after, before, beforeEach, describe, test } from "node:test";
import { listen } from "./listen.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const USERS = Array.from({ length: 200 }, (_, index) => `user-${index}`);

/**
 * @typedef {object} Seen
 * @property {string} user the owner of the requested task
 * @property {string} token
 */

/** @type {any} */
let sfsTurboTasks;
/** @type {import("node:http").Server} */
let server;
/** @type {string} */
let endpoint;
/** @type {Seen[]} */
let seen = [];
/** How the service answers the first request of each user. @type {(request: Seen) => number} */
let statusOf;

/** The user whose request a server is answering, as a framework keeps it. @type {AsyncLocalStorage<string>} */
const currentUser = new AsyncLocalStorage();

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  server = createServer(({ url = "", headers }, response) => {
    const request = { user: url.slice(url.lastIndexOf("/") + 1), token: `${headers["x-auth-token"]}` };
    const first = !seen.some(({ user }) => user === request.user);
    seen.push(request);
    response.statusCode = first ? statusOf(request) : 200;
    response.end(JSON.stringify({ task_id: request.user, status: "DOING" }));
  });
  endpoint = `http://127.0.0.1:${await listen(server)}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  seen = [];
  statusOf = () => 200;
});

/** @param {string | undefined} user */
const tokenOf = (user) => `token-of-${user}`;
const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 5));

/** The `token` function of a server, called once for each user, in that user's context. */
const TOKENS = {
  "a string": () => tokenOf(currentUser.getStore()),
  "a function of each call's own": () => () => tokenOf(currentUser.getStore()),
  "an async function of each call's own": () => async () => {
    await pause();
    return tokenOf(currentUser.getStore());
  },
  "one function for all": one(() => tokenOf(currentUser.getStore())),
  "one async function for all, which reads the user before it waits": one(async () => {
    const user = currentUser.getStore();
    await pause();
    return tokenOf(user);
  }),
  "one async function for all, which reads the user after it waited": one(async () => {
    await pause();
    return tokenOf(currentUser.getStore());
  }),
};

/** @param {(asked: any) => unknown} token */
function one(token) {
  return () => token;
}

const STARTS = {
  "in one turn": async () => {},
  "one after the other": pause,
};

for (const [when, wait] of Object.entries(STARTS)) {
  for (const [name, makeToken] of Object.entries(TOKENS)) {
    test(`each request carries its own user's token: ${name}, calls begun ${when}`, async () => {
      await askForAll(makeToken, wait);
      expectOwnTokens(1);
    });
  }
}

for (const [name, makeToken] of Object.entries(TOKENS)) {
  test(`a request that is sent again keeps its user: ${name}`, async () => {
    statusOf = () => 503;
    await askForAll(makeToken);
    expectOwnTokens(2);
  });
}

describe("a refused token", () => {
  /** @type {{ user: string | undefined, rejected: string | undefined }[]} */
  let asked;

  beforeEach(() => {
    asked = [];
    statusOf = () => 401;
  });

  const RENEWALS = {
    "a function of each call's own": () => renewing(),
    "one function for all": one(renewing()),
  };

  for (const [name, makeToken] of Object.entries(RENEWALS)) {
    test(`is renewed for its own user: ${name}`, async () => {
      await askForAll(makeToken);
      const renewals = asked.filter(({ rejected }) => rejected !== undefined);
      assert.equal(renewals.length, USERS.length);
      for (const { user, rejected } of renewals) assert.equal(rejected, tokenOf(user));
      for (const user of USERS) {
        const tokens = seen.filter((request) => request.user === user).map(({ token }) => token);
        assert.deepEqual(tokens, [tokenOf(user), `renewed-${tokenOf(user)}`]);
      }
    });
  }

  test("that several calls share is renewed once", async () => {
    const token = (/** @type {{ rejected: string | undefined }} */ { rejected }) => {
      asked.push({ user: undefined, rejected });
      return pause().then(() => (rejected === undefined ? "shared" : "renewed"));
    };
    await askForAll(() => token);
    assert.equal(asked.filter(({ rejected }) => rejected === undefined).length, USERS.length);
    assert.deepEqual(
      asked.filter(({ rejected }) => rejected !== undefined),
      [{ user: undefined, rejected: "shared" }],
    );
    assert.equal(seen.filter(({ token }) => token === "renewed").length, USERS.length);
  });

  test("is renewed for each project separately, even by one function with equal tokens", async () => {
    const token = async (/** @type {{ rejected: string | undefined }} */ { rejected }) => {
      const user = currentUser.getStore();
      asked.push({ user, rejected });
      await pause();
      return rejected === undefined ? "placeholder" : `renewed-${tokenOf(user)}`;
    };
    await askForAll(
      () => token,
      undefined,
      (user) => ({ projectId: `project-of-${user}` }),
    );
    const renewals = asked.filter(({ rejected }) => rejected === "placeholder").map(({ user }) => `${user}`);
    assert.deepEqual(renewals.sort(), [...USERS].sort());
    for (const { user, token } of seen.filter(({ token }) => token !== "placeholder")) {
      assert.equal(token, `renewed-${tokenOf(user)}`);
    }
  });

  function renewing() {
    return async (/** @type {{ rejected: string | undefined }} */ { rejected }) => {
      const user = currentUser.getStore();
      asked.push({ user, rejected });
      await pause();
      return rejected === undefined ? tokenOf(user) : `renewed-${tokenOf(user)}`;
    };
  }
});

test("fetch runs in the context of its own call, at the first attempt and at a retry", async () => {
  statusOf = () => 503;
  /** @type {[user: string, context: string | undefined][]} */
  const runs = [];
  await askForAll(
    one(() => tokenOf(currentUser.getStore())),
    undefined,
    (user) => ({
      fetch(/** @type {string} */ url, /** @type {RequestInit} */ init) {
        runs.push([user, currentUser.getStore()]);
        return fetch(url, init);
      },
    }),
  );
  assert.equal(runs.length, 2 * USERS.length);
  for (const [user, context] of runs) assert.equal(context, user);
});

/**
 * @param {() => unknown} makeToken
 * @param {() => Promise<unknown>} [wait] before the call is made
 * @param {(user: string) => object} [more] options
 */
async function askForAll(makeToken, wait, more) {
  const client = sfsTurboTasks.createClient({ endpoint, projectId: "p", maxRetries: 1 });
  const answers = USERS.map((user) =>
    currentUser.run(user, async () => {
      await wait?.();
      const options = { shareId: "s", taskId: user, token: makeToken(), ...more?.(user) };
      const { taskId } = await client.getTask(options);
      assert.equal(currentUser.getStore(), user);
      return taskId;
    }),
  );
  assert.deepEqual(await Promise.all(answers), USERS);
}

/** @param {number} times how often each user's request was sent */
function expectOwnTokens(times) {
  assert.deepEqual(
    seen.filter(({ user, token }) => token !== tokenOf(user)),
    [],
  );
  assert.equal(seen.length, times * USERS.length);
}

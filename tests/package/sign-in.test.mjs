// Signing in with an access key in Node: the signatures that the vendor's own signers make, clocks that go wrong, and whose
// key signs what.
// @ts-check
import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { before, describe, test } from "node:test";
import { replacing } from "./replacing.mjs";
import { rejection, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";
import { startClock } from "./virtual-clock.mjs";

const ids = { shareId: "77ba6f4b-6365-4895-8dda-bc7142af4dde", taskId: "11abef677ac40f46644d1d5cfc2424a4" };
const KEY = { accessKeyId: "AccessKey", secretAccessKey: "SecretKey" };
const OTHER_KEY = { accessKeyId: "OtherKey", secretAccessKey: "OtherSecret" };
const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const TASK = '{"task_id":"t","status":"DOING"}';

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @typedef {import("./scripted-service.mjs").Asked} Asked */

/** @param {Asked} asked */
const signatureOf = ({ headers }) => /Signature=(\w+)$/.exec(headers.Authorization ?? "")?.[1];
/** @param {Asked} asked */
const keyOf = ({ headers }) => /Access=(\w+)/.exec(headers.Authorization ?? "")?.[1];
/** @param {Asked} asked */
const dateOf = ({ headers }) => headers["X-Sdk-Date"];

/** The gateway's way to write a time. @param {number} time */
const stamp = (time) => `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** What the gateway says whose clock is so many milliseconds ahead of the signature. @param {Asked} asked @param {number} ahead */
function expired(asked, ahead) {
  const signed = dateOf(asked) ?? "";
  const [year = 0, month = 0, ...rest] = signed.match(/\d\d(?:\d\d(?=\d{4}T))?/g)?.map(Number) ?? [];
  const server = stamp(Date.UTC(year, month - 1, ...rest) + ahead);
  const error_msg = `signature expired, signature time:${signed},server time:${server}`;
  return { status: 401, body: { error_code: "APIGW.0301", error_msg } };
}

/**
 * Puts a clock in the place of this process's for one test.
 * @param {import("node:test").TestContext} t
 */
function mockDate(t, time = START) {
  const { now } = Date;
  t.after(() => {
    Date.now = now;
  });
  const clock = { time };
  Date.now = () => clock.time;
  return clock;
}

describe("the signatures of the vendor's own signers", () => {
  const client = () => {
    const service = scriptService(({ path }) => ({
      body: path.endsWith("s") ? '{"tasks":[],"count":0}' : TASK,
    }));
    const { fetch } = service.options;
    const project = { region: "cn-north-4", projectId: "2b31ed520aaaaaaebedb6e57aaaaaaaa" };
    return { ...service, client: sfsTurboTasks.createClient({ ...project, fetch, credentials: KEY }) };
  };
  const metadata = { shareId: ids.shareId, type: "import_metadata" };

  /** @type {readonly [name: string, options: object, body: string | undefined, signature: string][]} */
  const VECTORS = [
    ["getTask", ids, undefined, "52599b0dd956ddff6f6a493211e5af6f6b75dc63868f4c80f53216c85277f1a6"],
    [
      "listTasks",
      {
        ...metadata,
        status: "DOING",
        offset: 0,
        limit: 1000,
        startTime: "2024-03-18T23:00:00",
        endTime: "2024-03-18T24:00:00",
      },
      undefined,
      "958983919627ddc199b94a50a096ba1950d042f98c8f4f27506c2d72e976c53b",
    ],
    [
      "createTask",
      { ...metadata, srcTarget: "sfs-link-directory", srcPrefix: "input/datasets/" },
      '{"type":"import_metadata","src_target":"sfs-link-directory","src_prefix":"input/datasets/",' +
        '"dest_target":"sfs-link-directory","dest_prefix":"input/datasets/"}',
      "31ed6173afd0603b6cd8641df3eface1d9a9478740cf5824c4927a7629ef258a",
    ],
    [
      "createTask",
      { shareId: ids.shareId, type: "export", srcTarget: "联动目录" },
      '{"type":"export","src_target":"联动目录","dest_target":"联动目录"}',
      "14af41865cc1bfb86861c679155e87394b8134eb5f5289743b83fcbe061fc0c6",
    ],
  ];

  for (const [name, options, body, signature] of VECTORS) {
    for (const [way, hidden] of Object.entries({ "Node's module": false, WebCrypto: true })) {
      test(`${name} ${JSON.stringify(options)}: by ${way}`, async (t) => {
        mockDate(t);
        const { client: signing, requests } = client();
        if (hidden) await withoutModule(() => signing[name](options));
        else await signing[name](options);
        const [request] = requests;
        assert.ok(request);
        assert.equal(requests.length, 1);
        assert.equal(request.body, body);
        assert.deepEqual(request.headers, {
          "Content-Type": "application/json",
          "X-Sdk-Date": "20260102T030405Z",
          "X-Project-Id": "2b31ed520aaaaaaebedb6e57aaaaaaaa",
          Authorization: `SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=${signature}`,
        });
      });
    }
  }

  test("a body that has no good UTF-16 cannot be asked for, so that none is signed otherwise than sent", async () => {
    const { client: signing, requests } = client();
    const options = { shareId: ids.shareId, type: "export", srcTarget: "\ud800" };
    const { kind, field } = await rejection(signing.createTask(options));
    assert.deepEqual([kind, field, requests.length], ["invalid-request", "srcTarget", 0]);
  });
});

/** Runs with no other way to sign than WebCrypto. @param {() => Promise<unknown>} run */
async function withoutModule(run) {
  const { getBuiltinModule } = process;
  process.getBuiltinModule = /** @type {any} */ (undefined);
  try {
    return await run();
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
}

describe("what hashes and signs", () => {
  const good = { ...ids, credentials: KEY };

  test("is WebCrypto where a page has a process that is not Node's", async () => {
    const { options, requests } = scriptService(() => ({ body: TASK }));
    const { token: _, ...usual } = options;
    for (const fake of [{}, { getBuiltinModule: () => undefined }, { env: {} }]) {
      await replacing("process", fake, () => sfsTurboTasks.getTask({ ...usual, ...good }));
    }
    assert.equal(requests.length, 3);
    for (const request of requests) assert.match(signatureOf(request) ?? "", /^[\da-f]{64}$/);
  });

  test("is told of where it throws, and nothing is sent", async () => {
    const { options, requests } = scriptService(() => ({ body: TASK }));
    const { token: _, ...usual } = options;
    const fake = {
      getBuiltinModule() {
        throw new Error("no modules");
      },
    };
    const error = await replacing("process", fake, () =>
      rejection(sfsTurboTasks.getTask({ ...usual, ...good })),
    );
    const { kind, errCode, cause, attempts } = error;
    assert.deepEqual(
      [kind, errCode, cause.message, attempts],
      ["runtime", "CLIENT.RUNTIME", "no modules", 0],
    );
    assert.equal(requests.length, 0);
  });
});

describe("the message of a wrong signature", () => {
  test("says which line a proxy has changed", async () => {
    const { options } = scriptService(({ headers }) => ({
      status: 401,
      body: {
        error_code: "APIGW.0301",
        error_msg: `verify aksk signature fail, canonicalRequest:GET|/v1/p/sfs-turbo/s/hpc-cache/task/t/||content-type:application/json|host:proxy.example|x-project-id:p|x-sdk-date:${headers["X-Sdk-Date"]}||content-type;host;x-project-id;x-sdk-date|e3b0`,
      },
    }));
    const { message, attempts } = await rejection(
      sfsTurboTasks.getTask({ ...keyed(options), shareId: "s", taskId: "t" }),
    );
    assert.match(
      message,
      /; the gateway has read "host:proxy\.example" where "host:sfs\.example" was signed: a proxy may have changed it \(/,
    );
    assert.equal(attempts, 1);
  });
});

/** The options of a scripted service, signed with a key. @param {{ token: string }} options */
function keyed({ token: _, ...options }) {
  return { ...options, credentials: KEY };
}

describe("a clock that is wrong", () => {
  const AHEAD = 16 * 60_000;

  /** A gateway whose clock is ahead, and that takes what is signed within a minute of it. */
  const strict = () =>
    scriptService((asked) => {
      const isRight = dateOf(asked) === stamp(Date.now() + AHEAD);
      return isRight ? { body: TASK } : expired(asked, AHEAD);
    });

  for (const [name, ahead] of Object.entries({ behind: AHEAD, ahead: -AHEAD })) {
    test(`that is 16 minutes ${name} is told once, and the request is signed anew with the right date`, async (t) => {
      mockDate(t);
      const { options, requests } = scriptService((asked, index) =>
        index === 0 ? expired(asked, ahead) : { body: TASK },
      );
      /** @type {any[]} */
      const retried = [];
      await sfsTurboTasks.getTask({
        ...keyed(options),
        ...ids,
        maxRetries: 0,
        onRetry: (/** @type {any} */ details) => retried.push(details),
      });
      assert.deepEqual(requests.map(dateOf), [stamp(START), stamp(START + ahead)]);
      assert.notEqual(...requests.map(signatureOf));
      const [{ error, ...rest }] = retried;
      assert.equal(retried.length, 1);
      assert.deepEqual(rest, { attempt: 2, delay: 0 });
      assert.deepEqual([error.kind, error.attempts], ["unauthenticated", 1]);
      const direction = ahead > 0 ? "behind" : "ahead of";
      assert.ok(error.message.includes(`960 s ${direction} the service's`), error.message);
    });
  }

  test("is remembered by its client for later calls, and by no other client", async (t) => {
    mockDate(t);
    const { options, requests } = strict();
    const client = sfsTurboTasks.createClient(keyed(options));
    await client.getTask(ids);
    await client.getTask(ids);
    await client.createTask({ shareId: ids.shareId, type: "export", srcTarget: "d" });
    const right = stamp(START + AHEAD);
    assert.deepEqual(requests.map(dateOf), [stamp(START), right, right, right]);
    await sfsTurboTasks.createClient(keyed(options)).getTask(ids);
    await sfsTurboTasks.getTask({ ...keyed(options), ...ids });
    const again = [stamp(START), right, stamp(START), right];
    assert.deepEqual(requests.slice(4).map(dateOf), again);
  });

  test("is counted from what that very request was signed with, of two calls at once", async (t) => {
    mockDate(t);
    const { options, requests } = scriptService(async (asked, index) => {
      // The second is answered when the first has been signed anew.
      if (index === 1) while (requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
      const isRight = dateOf(asked) === stamp(START + AHEAD);
      return isRight ? { body: TASK } : expired(asked, AHEAD);
    });
    const client = sfsTurboTasks.createClient(keyed(options));
    await Promise.all([client.getTask(ids), client.getTask(ids)]);
    const [wrong, right] = [stamp(START), stamp(START + AHEAD)];
    assert.deepEqual(requests.map(dateOf), [wrong, wrong, right, right]);
    await client.getTask(ids);
    assert.equal(dateOf(requests[4] ?? assert.fail()), right);
  });

  test("is told a second time in vain", async (t) => {
    mockDate(t);
    const { options, requests } = scriptService((asked) => expired(asked, AHEAD));
    const { kind, attempts } = await rejection(sfsTurboTasks.getTask({ ...keyed(options), ...ids }));
    assert.deepEqual([kind, attempts, requests.length], ["unauthenticated", 2, 2]);
  });

  test("by four minutes is no reason to sign anew", async (t) => {
    mockDate(t);
    const { options, requests } = scriptService((asked) => expired(asked, 4 * 60_000));
    const { kind, attempts } = await rejection(sfsTurboTasks.getTask({ ...keyed(options), ...ids }));
    assert.deepEqual([kind, attempts, requests.length], ["unauthenticated", 1, 1]);
  });

  test("that is told between other failures costs no retry, and is told once in the call", async (t) => {
    const clock = startClock(t);
    const { options, requests } = scriptService((asked, index) =>
      index === 0 || index === 2 ? { status: 503 } : index === 1 ? expired(asked, AHEAD) : { body: TASK },
    );
    /** @type {unknown[]} */
    const retried = [];
    const onRetry = (/** @type {any} */ { error, attempt }) => retried.push([error.kind, attempt]);
    const call = sfsTurboTasks.getTask({ ...keyed(options), ...ids, maxRetries: 2, onRetry });
    await clock.until(call);
    assert.equal(requests.length, 4);
    assert.deepEqual(retried, [
      ["unavailable", 2],
      ["unauthenticated", 3],
      ["unavailable", 4],
    ]);
  });
});

test("a request that is sent again is signed with the time at which it is", async (t) => {
  const clock = startClock(t);
  const { options, requests } = scriptService((_, index) =>
    index < 2 ? { status: 503, headers: { "retry-after": "2" } } : { body: TASK },
  );
  const first = Date.now();
  await clock.until(sfsTurboTasks.getTask({ ...keyed(options), ...ids }));
  assert.deepEqual(
    requests.map(dateOf),
    [0, 2_000, 4_000].map((later) => stamp(first + later)),
  );
  assert.equal(new Set(requests.map(signatureOf)).size, 3);
});

describe("what a call signs in with", () => {
  const TOKEN = "MIIEtoken";
  const WAYS = {
    "a token": { client: { token: TOKEN }, sends: [TOKEN, undefined] },
    "a key": { client: { credentials: KEY }, sends: [undefined, "AccessKey"] },
    nothing: { client: { token: null }, sends: [undefined, undefined] },
  };
  const OWN = {
    "a token of its own": { own: { token: "MIIEother" }, sends: ["MIIEother", undefined] },
    "a key of its own": { own: { credentials: OTHER_KEY }, sends: [undefined, "OtherKey"] },
    "nothing of its own": { own: { token: null }, sends: [undefined, undefined] },
  };

  /** @param {Asked} asked */
  const sender = (asked) => [asked.headers["X-Auth-Token"], keyOf(asked)];

  for (const [way, { client, sends }] of Object.entries(WAYS)) {
    for (const [name, { own, sends: ownSends }] of Object.entries(OWN)) {
      test(`${name} replaces ${way} of its client, for that call`, async () => {
        const { options, requests } = scriptService(() => ({ body: TASK }));
        const { token: _, ...usual } = options;
        const made = sfsTurboTasks.createClient({ ...usual, ...client });
        await made.getTask({ ...ids, ...own });
        await made.getTask(ids);
        assert.deepEqual(requests.map(sender), [ownSends, sends]);
      });
    }
  }

  for (const [name, both] of Object.entries({
    "a token and a key": { token: TOKEN, credentials: KEY },
    "no token and a key": { token: null, credentials: KEY },
  })) {
    test(`${name} in one object are refused, of a client as of a call`, async () => {
      const { options, requests } = scriptService(() => ({ body: TASK }));
      const { token: _, ...usual } = options;
      const wanted = ["invalid-request", "credentials"];
      const calls = [
        sfsTurboTasks.getTask({ ...usual, ...ids, ...both }),
        sfsTurboTasks.createClient({ ...usual, ...both }).getTask(ids),
        sfsTurboTasks.createClient({ ...usual, token: TOKEN }).getTask({ ...ids, ...both }),
      ];
      for (const call of calls) {
        const { kind, field } = await rejection(call);
        assert.deepEqual([kind, field], wanted);
      }
      assert.equal(requests.length, 0);
    });
  }

  test("a key is read once: what its owner changes during the call changes nothing", async () => {
    const { options, requests } = scriptService((_, index) => {
      Object.assign(changing, OTHER_KEY);
      return index === 0 ? { status: 429 } : { body: TASK };
    });
    const changing = { ...KEY };
    await sfsTurboTasks.getTask({ ...keyed(options), ...ids, credentials: changing });
    assert.deepEqual(requests.map(keyOf), ["AccessKey", "AccessKey"]);
  });
});

describe("a key function", () => {
  /** @type {AsyncLocalStorage<string>} */
  const currentUser = new AsyncLocalStorage();
  const USERS = Array.from({ length: 50 }, (_, index) => `User${index}`);
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  /** Each user's own key, read from the context before or after it waits. */
  const KEYS = {
    "at once": () => keyOfUser(currentUser.getStore()),
    "after it waited": async () => {
      await turn();
      return keyOfUser(currentUser.getStore());
    },
  };

  /** @param {string | undefined} user */
  const keyOfUser = (user) => ({
    accessKeyId: `${user}`,
    secretAccessKey: `secret of ${user}`.replaceAll(" ", "-"),
  });

  for (const [when, credentials] of Object.entries(KEYS)) {
    test(`of one client serves every user by what is in its context, ${when}`, async () => {
      const { options, requests } = scriptService((_, index) =>
        index < 50 ? { status: 429 } : { body: TASK },
      );
      const client = sfsTurboTasks.createClient({ ...keyed(options), credentials });
      const calls = USERS.map((user) =>
        currentUser.run(user, async () => {
          await client.getTask({ shareId: "s", taskId: user });
          assert.equal(currentUser.getStore(), user);
        }),
      );
      await Promise.all(calls);
      assert.equal(requests.length, 100);
      for (const request of requests) assert.equal(keyOf(request), request.path.split("/").at(-1));
    });
  }

  test("is asked once a call, and before each look of a wait", async (t) => {
    const clock = startClock(t);
    const { options, requests } = scriptService((_, index) => ({
      body: index < 2 ? TASK : '{"task_id":"t","status":"SUCCESS"}',
    }));
    let asked = 0;
    const credentials = () => {
      asked += 1;
      return { ...KEY, accessKeyId: `Key${asked}` };
    };
    await clock.until(sfsTurboTasks.waitForTask({ ...keyed(options), ...ids, credentials }));
    assert.deepEqual(requests.map(keyOf), ["Key1", "Key2", "Key3"]);
  });

  test("is told nothing, and is not shared between calls at once", async () => {
    const { options, requests } = scriptService(() => ({ body: TASK }));
    /** @type {unknown[][]} */
    const told = [];
    const credentials = async (/** @type {unknown[]} */ ...values) => {
      told.push(values);
      await turn();
      return { ...KEY, accessKeyId: `Key${told.length}` };
    };
    const client = sfsTurboTasks.createClient({ ...keyed(options), credentials });
    await Promise.all(Array.from({ length: 5 }, () => client.getTask(ids)));
    assert.deepEqual(told, Array(5).fill([]));
    assert.equal(requests.length, 5);
  });

  test("that rejects with the key of an earlier look tells nothing of it", async (t) => {
    const clock = startClock(t);
    const secret = {
      accessKeyId: "AccessKey",
      secretAccessKey: "sKearlierQ7xKp2VnR9sLw4Tz",
      securityToken: "gQearlierU5rGk8ZqA1mXe7Pv",
    };
    const { options } = scriptService(() => ({ body: TASK }));
    let asked = 0;
    const credentials = () => {
      asked += 1;
      if (asked === 1) return secret;
      throw new Error(`cannot renew ${secret.secretAccessKey} and ${secret.securityToken}`);
    };
    const error = await clock.until(
      rejection(sfsTurboTasks.waitForTask({ ...keyed(options), ...ids, credentials })),
    );
    assert.deepEqual(
      [error.kind, error.cause.message],
      ["no-credentials", "cannot renew [token] and [token]"],
    );
  });
});

describe("onRetry in a wait", () => {
  test("is called when a signature is made anew, and onFault when a look has failed", async (t) => {
    const clock = startClock(t);
    const { options, requests } = scriptService((asked, index) => {
      if (index === 0) return expired(asked, 960_000);
      return index === 1 ? { status: 503 } : { body: '{"task_id":"t","status":"SUCCESS"}' };
    });
    /** @type {unknown[]} */
    const told = [];
    const call = sfsTurboTasks.waitForTask({
      ...keyed(options),
      ...ids,
      onRetry: (/** @type {any} */ { error, attempt, delay }) => told.push([error.kind, attempt, delay]),
      onFault: (/** @type {any} */ { error, consecutive }) => told.push([error.kind, consecutive]),
    });
    await clock.until(call);
    assert.deepEqual(told, [
      ["unauthenticated", 2, 0],
      ["unavailable", 1],
    ]);
    assert.equal(requests.length, 3);
  });

  test("that throws ends the wait with what it throws", async (t) => {
    mockDate(t);
    const { options, requests } = scriptService((asked) => expired(asked, 960_000));
    const thrown = { why: "the caller's own" };
    const onRetry = () => {
      throw thrown;
    };
    assert.equal(await rejection(sfsTurboTasks.waitForTask({ ...keyed(options), ...ids, onRetry })), thrown);
    assert.equal(requests.length, 1);
  });
});

describe("a service that lies about the time", () => {
  /** @param {string} serverTime @param {(signed: string) => string} [signatureTime] */
  async function afterLie(serverTime, signatureTime = (signed) => signed) {
    const { options, requests } = scriptService((asked, index) => {
      if (index > 0) return { body: TASK };
      const signed = dateOf(asked) ?? "";
      const error_msg = `signature expired, signature time:${signatureTime(signed)},server time:${serverTime}`;
      return { status: 401, body: { error_code: "APIGW.0301", error_msg } };
    });
    const client = sfsTurboTasks.createClient(keyed(options));
    await assert.rejects(client.getTask(ids), { kind: "unauthenticated", attempts: 1 });
    await client.getTask(ids);
    return dateOf(/** @type {any} */ (requests[1]));
  }

  for (const time of [
    "99999999T999999Z",
    "00000000T000000Z",
    "21000101T000000Z",
    "soon",
    "20261126T9999999999Z",
  ]) {
    test(`is not believed: ${time}`, async (t) => {
      mockDate(t);
      assert.equal(await afterLie(time), stamp(Date.now()));
    });
  }

  test("is not believed where its words are about another signature", async (t) => {
    mockDate(t);
    assert.equal(await afterLie("20300101T000000Z", () => "20200101T000000Z"), stamp(Date.now()));
  });
});

describe("a clock that the service says is wrong", () => {
  for (const [seconds, attempts] of [
    [300, 1],
    [301, 2],
    [-300, 1],
    [-301, 2],
  ]) {
    test(`by ${seconds} s, in each of its answers, comes to ${attempts} attempts`, async (t) => {
      mockDate(t);
      const { options, requests } = scriptService((asked) => expired(asked, Number(seconds) * 1_000));
      const error = await rejection(sfsTurboTasks.getTask({ ...keyed(options), ...ids }));
      assert.deepEqual(
        [error.kind, error.attempts, requests.length],
        ["unauthenticated", attempts, attempts],
      );
    });
  }
});

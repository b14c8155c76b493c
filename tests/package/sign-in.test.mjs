// The credentials of a call, and its hashes and signatures: they equal those of the vendor's own signers.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { replacing } from "./replacing.mjs";
import { rejection, scriptService } from "./scripted-service.mjs";
import {
  ids,
  KEY,
  keyed,
  keyOf,
  mockDate,
  OTHER_KEY,
  sfsTurboTasks,
  signatureOf,
  TASK,
} from "./signed-calls.mjs";

/** @typedef {import("./scripted-service.mjs").Asked} Asked */

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

  test("a body with invalid UTF-16 is refused, so no body is signed in another form than it is sent", async () => {
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

describe("the implementation that hashes and signs", () => {
  const good = { ...ids, credentials: KEY };

  test("is WebCrypto if a page has a process that is not Node's", async () => {
    const { options, requests } = scriptService(() => ({ body: TASK }));
    const { token: _, ...usual } = options;
    for (const fake of [{}, { getBuiltinModule: () => undefined }, { env: {} }]) {
      await replacing("process", fake, () => sfsTurboTasks.getTask({ ...usual, ...good }));
    }
    assert.equal(requests.length, 3);
    for (const request of requests) assert.match(signatureOf(request) ?? "", /^[\da-f]{64}$/);
  });

  test("is named if it throws, and nothing is sent", async () => {
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
  test("names the line that a proxy has changed", async () => {
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
      /; the gateway read "host:proxy\.example", but "host:sfs\.example" was signed: a proxy may have changed it \(/,
    );
    assert.equal(attempts, 1);
  });
});

describe("the credentials of a call", () => {
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
    test(`${name} in one object are refused, in a client and in a call`, async () => {
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

  test("a key is read once: a change by the caller during the call has no effect", async () => {
    const { options, requests } = scriptService((_, index) => {
      Object.assign(changing, OTHER_KEY);
      return index === 0 ? { status: 429 } : { body: TASK };
    });
    const changing = { ...KEY };
    await sfsTurboTasks.getTask({ ...keyed(options), ...ids, credentials: changing });
    assert.deepEqual(requests.map(keyOf), ["AccessKey", "AccessKey"]);
  });
});

// Bad arguments, given to the installed package: each is refused by its name, and nothing is ever sent.
// @ts-check
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { createRecorder } from "./recorder.mjs";
import { refusedArguments } from "./refused-arguments.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const good = {
  endpoint: "https://sfs.example",
  projectId: "project",
  shareId: "share",
  taskId: "task",
  token: "MIItoken",
};
const platformFetch = globalThis.fetch;
const recorder = createRecorder();

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
  // The default, so a call whose `fetch` is refused cannot send a real request.
  globalThis.fetch = /** @type {typeof fetch} */ (recorder.fetch);
});
after(() => {
  globalThis.fetch = platformFetch;
});
afterEach(() => {
  assert.deepEqual(recorder.calls.splice(0), [], "nothing was sent");
});

for (const { field, name, value, says } of refusedArguments) {
  test(`${field} that is ${name} is refused`, async () => {
    // An endpoint takes precedence over a region, so a region is checked only without an endpoint.
    const others = field === "region" ? { ...good, endpoint: undefined } : good;
    await assertRefused(
      () => sfsTurboTasks.getTask({ ...others, [field]: value }),
      field,
      `${field} ${says}`,
    );
  });
}

test("the error for a misspelt region names similar regions", async () => {
  const { endpoint: _, ...others } = good;
  const error = await rejection(() => sfsTurboTasks.getTask({ ...others, region: "cn-nort-4" }));
  assert.equal(error.field, "region");
  assert.match(error.message, /^getTask: region "cn-nort-4" is not known: did you mean cn-north-4[,?]/);
});

for (const options of [undefined, null, 5, "task", () => good]) {
  test(`options that are ${options === null ? "null" : typeof options} are refused`, async () => {
    const says = "options must be an object such as { region, projectId, shareId, taskId, token }";
    await assertRefused(() => sfsTurboTasks.getTask(options), "options", says);
    const client = sfsTurboTasks.createClient(good);
    await assertRefused(() => client.getTask(options), "options", says);
  });
}

for (const field of [...Object.keys(good), "region", "timeout", "fetch", "signal"]) {
  test(`a getter of ${field} that throws is refused, and the error's cause is what it threw`, async () => {
    const options = { ...good };
    Object.defineProperty(options, field, {
      get() {
        throw new RangeError("not now");
      },
    });
    const error = await assertRefused(
      () => sfsTurboTasks.getTask(options),
      field,
      `${field} cannot be read: its getter throws`,
    );
    assert.equal(String(error.cause), "RangeError: not now");
  });
}

const REVOKED = {
  shareId: "must be a string, not an object",
  region: "must be a string, not an object",
  timeout: "must be a whole number from 1 to 2147483647",
  fetchOptions: "cannot be read: it throws an error",
  headers: "cannot be read: it throws an error",
};

for (const [field, says] of Object.entries(REVOKED)) {
  test(`${field} that is a revoked proxy is refused`, async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    await assertRefused(() => sfsTurboTasks.getTask({ ...good, [field]: proxy }), field, `${field} ${says}`);
  });
}

test("a key function that is a revoked proxy gives no key", async () => {
  const { proxy, revoke } = Proxy.revocable(() => {}, {});
  revoke();
  const error = await rejection(() =>
    sfsTurboTasks.getTask({ ...good, token: undefined, credentials: proxy }),
  );
  assert.equal(error.kind, "no-credentials");
});

test("an object of options that cannot be read is named", async () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const error = await rejection(() => sfsTurboTasks.createTask({ ...good, attributes: proxy }));
  assert.deepEqual([error.kind, error.field], ["invalid-request", "attributes"]);
});

test("a client checks its options at each call, and creating it does not throw", async () => {
  const client = sfsTurboTasks.createClient({ ...good, timeout: "60s" });
  const says = "timeout must be a whole number from 1 to 2147483647";
  await assertRefused(() => client.getTask({ shareId: "share", taskId: "task" }), "timeout", says);
});

for (const defaults of [undefined, null, 5, "client"]) {
  test(`a client of ${defaults === null ? "null" : typeof defaults} cannot be created`, () => {
    assert.throws(() => sfsTurboTasks.createClient(defaults), {
      name: "SfsTurboError",
      kind: "invalid-request",
      field: "options",
    });
  });
}

const MISSPELT = [
  { option: "regoin", right: "region" },
  { option: "project_id", right: "projectId" },
  { option: "TaskID", right: "taskId" },
  { option: "timout", right: "timeout" },
  { option: "retries", right: "maxRetries" },
  { option: "baseURL", right: "endpoint" },
  { option: "ak", right: "credentials" },
  { option: "accessKeyId", right: "credentials" },
];

for (const { option, right } of MISSPELT) {
  test(`${option}, which is not an option, is refused, and the error names the right option`, async () => {
    const sentence = `${option} is not an option: pass ${right}`;
    const others = { ...good, [right]: undefined };
    await assertRefused(() => sfsTurboTasks.getTask({ ...others, [option]: "x" }), option, sentence);
    const client = sfsTurboTasks.createClient({ ...others, [option]: "x" });
    await assertRefused(() => client.getTask({ shareId: "share", taskId: "task" }), option, sentence);
  });
}

test("a refused token appears nowhere in the error", async () => {
  const token = "MIIsecret with a blank";
  const error = await rejection(() => sfsTurboTasks.getTask({ ...good, token }));
  const told = [error.stack, String(error.cause), JSON.stringify(error), error.errMsg, error.message].join(
    "\n",
  );
  assert.ok(!told.includes("MIIsecret"), told);
});

const HALVES = {
  "the first half": "a\ud83d",
  "the second half": "\ude00a",
  "both, turned round": "\ude00\ud83d",
};

for (const [name, value] of Object.entries(HALVES)) {
  for (const field of ["projectId", "shareId", "taskId", "endpoint"]) {
    test(`${field} with ${name} of a character is refused, since no URL can contain it`, async () => {
      const sentence = `${field} contains a lone surrogate (half of a character): remove it`;
      await assertRefused(() => sfsTurboTasks.getTask({ ...good, [field]: value }), field, sentence);
    });
  }
}

/**
 * @param {() => Promise<unknown>} ask
 * @param {string} field
 * @param {string} sentence
 */
async function assertRefused(ask, field, sentence) {
  const error = await rejection(ask);
  assert.equal(sfsTurboTasks.isSfsTurboError(error), true);
  assert.deepEqual(error.toJSON(), {
    name: "SfsTurboError",
    kind: "invalid-request",
    operation: "getTask",
    errCode: "CLIENT.INVALID_REQUEST",
    errMsg: sentence,
    message: `getTask: ${sentence}`,
    httpStatus: null,
    requestId: null,
    retryable: false,
    attempts: 0,
    field,
    encodedAuthorizationMessage: null,
    task: null,
    cause: error.cause === undefined ? null : { name: error.cause.name, message: error.cause.message },
  });
  return error;
}

/**
 * The error that a call rejects with. A call that throws instead fails the test, since a `catch` of a promise would miss it.
 * @param {() => Promise<unknown>} ask
 */
async function rejection(ask) {
  const promise = ask();
  assert.ok(promise instanceof Promise, "a promise is returned");
  return promise.then(
    () => assert.fail("the call was not refused"),
    (error) => error,
  );
}

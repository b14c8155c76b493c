// What the examples of the type definitions need around them, and their expected results.
// @ts-check
import assert from "node:assert/strict";
import { permanent } from "../credential-services/iam.mjs";
import { load } from "./run.mjs";
import { endless } from "./scene.mjs";

/** @typedef {Awaited<ReturnType<typeof import("./scene.mjs").scene>>} Scene */
/** @typedef {import("./run.mjs").Ran} Ran */

/**
 * What an example needs, and its result. An example without an entry needs nothing more, and only has to end without an error.
 * @typedef {object} Case
 * @property {Parameters<typeof import("./scene.mjs").scene>[1]} [scene]
 * @property {(scene: Scene, t: import("node:test").TestContext) => Record<string, unknown> | Promise<Record<string, unknown>>} [names] the reader's
 * @property {Parameters<typeof import("./sign-in.mjs").startSignIn>[1]} [signIn] its sources give other keys than the emulator's
 * @property {true} [isEndless] it is a loop without an end of its own
 * @property {(ran: Ran, scene: Scene) => unknown} [check]
 */

/** @type {Case} */
const watching = { names: () => ({ console: { log: endless }, show: endless }), isEndless: true };

/** By the names of the examples. @type {Record<string, Case>} */
export const CASES = {
  "index, SfsTurboErrorInit": { check: ({ values }) => assert.equal(values, 2) },
  "index, SfsTurboError": {
    names: ({ emulator }) => {
      emulator.misbehave({ status: 403, headers: { "X-request-id": "id" }, body: '{"errCode":"IAM.1"}' });
      return {};
    },
    check: (_ran, { shown }) => assert.deepEqual(shown, [["IAM.1", 403, "id"]]),
  },
  "index, SfsTurboError.fromJSON": {
    async check(_ran, { names: { worker }, shown }) {
      const { SfsTurboError } = await load("sfs-turbo-tasks");
      for (const kind of ["throttled", "not-found"]) {
        worker.onmessage({ data: { error: new SfsTurboError({ kind }).toJSON() } });
      }
      assert.deepEqual(shown, [["closed"]]);
    },
  },
  "index, isSfsTurboError": {
    check: ({ declared }) => assert.equal(declared.message, "HTTP.429: throttled"),
  },
  "index, Token": {
    names: () => ({ fetch: async () => new Response("fresh") }),
    check: async ({ declared }) => assert.equal(await declared.token({ rejected: undefined }), "fresh"),
  },
  "index, Credentials": {
    // The example leaves out a secret.
    check: ({ declared }) =>
      assert.rejects(declared.client.getTask({ shareId: "s", taskId: "t" }), { kind: "invalid-request" }),
  },
  "index, ClientOptions.fetch": { check: expectSignedIn },
  "index, ClientOptions.headers": { scene: { page: true }, names: () => ({ csrfToken: "csrf" }) },
  "index, ClientOptions.fetchOptions": { scene: { page: true } },
  "index, ClientOptions.onRetry": {
    check({ declared }, { shown, names }) {
      declared.onRetry({ error: names.error, attempt: 2, delay: 300 });
      assert.deepEqual(shown, [["HTTP.429; attempt 2 in 300 ms"]]);
    },
  },
  "index, isEnded": { check: ({ declared }) => assert.equal(declared.running.length, 1) },
  "index, Operations.createTask": {
    check: ({ declared }) => assert.match(declared.taskId, /^[\da-f-]{32,36}$/),
  },
  "index, Operations.deleteTask": {
    check: (_ran, { client, names: { shareId, taskId } }) =>
      assert.rejects(client.getTask({ shareId, taskId }), { kind: "not-found" }),
  },
  "index, Operations.waitForTask": { check: expectSuccess },
  "index, Operations.watchTasks": watching,
  "index, createClient": {
    names: ({ names: { token } }) => ({ session: { token: async () => token } }),
    check: expectSuccess,
  },
  "index, waitForTask": { check: expectSuccess },
  "index, watchTask": { check: (_ran, { shown }) => assert.deepEqual(shown, [["SUCCESS"]]) },
  "index, watchTasks": watching,
  "emulator, DocumentedAnswer": {
    check: (_ran, { client, names: { shareId, taskId } }) =>
      assert.rejects(client.getTask({ shareId, taskId, maxRetries: 0 }), { name: "SfsTurboError" }),
  },
  "emulator, documentedTask": {
    check: ({ declared }) => assert.equal(declared.task.type, "import_metadata"),
  },
  "emulator, Emulator.credentials": { names: () => ({ fetch: undefined }), check: expectSignedIn },
  "emulator, Emulator.addTask": {
    check: async ({ declared }, { client }) => {
      const { status, message } = await client.getTask(declared);
      assert.deepEqual({ status, message }, { status: "FAIL", message: "The bucket is gone." });
    },
  },
  "emulator, Emulator.finishTask": {
    check: async ({ declared }, { client, names: { shareId } }) => {
      const { status } = await client.getTask({ shareId, ...declared.created });
      assert.equal(status, "FAIL");
    },
    scene: { duration: Number.POSITIVE_INFINITY },
  },
  "emulator, Emulator.beforeNextList": {
    names: ({ names }) => ({ oldest: names.taskId }),
    check: async (_ran, { client, names: { shareId } }) => {
      const counts = [];
      for (let page = 0; page < 2; page += 1) counts.push((await client.listTasks({ shareId })).count);
      // The documented task and the reader's; then a task is added, and the reader's is removed.
      assert.deepEqual(counts, [2, 2]);
    },
  },
  "emulator, createEmulator": { check: ({ values }) => assert.equal(values, 2) },
  "credentials, fromChain": { names: () => ({ fromVault: async () => ({}) }) },
  "credentials, CredentialsError": {
    names: async () => {
      const { CredentialsError } = await load("sfs-turbo-tasks/credentials");
      const reason = new CredentialsError({ source: "vault", reason: "not set up.", configured: false });
      const credentials = () =>
        Promise.reject(new CredentialsError({ source: "chain", reason: "none.", reasons: [reason] }));
      return { credentials };
    },
    check: (_ran, { shown }) => assert.deepEqual(shown, [["chain: none."], ["vault", false]]),
  },
  "credentials, fromTemporaryKeys": {
    signIn: { profile: permanent },
    async check({ declared }) {
      const keys = [await declared.credentials(), await declared.fromToken()];
      assert.deepEqual(
        keys.map(({ accessKeyId, securityToken }) => [accessKeyId, securityToken]),
        [1, 2].map((number) => [`AK${number}`, `security-token-of-${number}`]),
      );
    },
  },
  "messages, describeError": {
    check: ({ declared }) => assert.equal(declared.title, "Demasiadas solicitudes"),
  },
  "messages, describeTask": {
    names: ({ names: { task } }, t) => {
      t.mock.timers.enable({ apis: ["Date"] });
      const startTime = new Date(-5 * 60_000);
      return { task: { ...task, status: "DOING", startTime, endTime: null } };
    },
    check: (_ran, { shown }) =>
      assert.equal(
        shown[0]?.join(" "),
        "Export: results/2026 In progress The task has been running for 5 min.",
      ),
  },
  "messages, addMessages": {
    check: async () => {
      const { describeStatus } = await load("sfs-turbo-tasks/messages");
      assert.equal(describeStatus("DOING", "de").title, "Läuft");
    },
  },
};

/** @param {Ran} ran @param {Scene} scene */
async function expectSignedIn({ declared }, { names }) {
  // The example has an emulator of its own.
  assert.equal((await declared.client.listTasks({ shareId: names.shareId })).count, 1);
}

/** @param {Ran} ran */
function expectSuccess({ declared }) {
  assert.equal(declared.task.status, "SUCCESS");
}

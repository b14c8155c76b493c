// Requests whose answer is lost, although the service may have carried them out: what is sent again, and which answer counts.
// @ts-check
import { GOOD, STALE } from "./credentials.mjs";
import { noNetwork, noTask, refused, succeeds, timedOut } from "./expected.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */
/** @typedef {import("./expected.mjs").Expected} Expected */

const errCode = "SFS.TURBO.0106";
const gone = { status: 400, body: JSON.stringify({ errCode, errMsg: "Invalid task id." }) };
const carriedOut = { carryOut: true };
const once = { attempts: 1 };

/**
 * A lost answer, and then an answer that the task does not exist. For a deletion that means success.
 * @param {string} name
 * @param {object} lost
 * @param {Expected} firstFailure
 * @param {object} [options]
 * @returns {Fault}
 */
const thenGone = (name, lost, firstFailure, options = {}) => ({
  name: `${name}, then a task that is not there`,
  first: [{ ...lost, ...carriedOut }, gone],
  options,
  expected: refused("not-found", 400, errCode, { attempts: 2 }),
  firstFailure,
  except: { deleteTask: succeeds({}, { seen: [GOOD, GOOD] }) },
  recovers: false,
});

/**
 * The same after an answer that says that nothing was done.
 * @param {string} name
 * @param {Partial<Fault>} rest
 * @param {Partial<Expected>} expected
 * @returns {Fault}
 */
const stillThere = (name, rest, expected) => ({
  name: `${name}, then a task that is not there`,
  ...rest,
  expected: refused("not-found", 400, errCode, { attempts: 2, ...expected }),
});

/** @type {Fault[]} */
export const lostAnswers = [
  ...[
    { name: "503", lost: { status: 503 }, failure: refused("unavailable", 503, "HTTP.503", once) },
    { name: "504", lost: { status: 504 }, failure: refused("unavailable", 504, "HTTP.504", once) },
    { name: "a connection that breaks", lost: { reject: "network" }, failure: noNetwork(once) },
    {
      name: "a body that breaks",
      lost: { status: 202, body: '{"task', cutOff: 4 },
      failure: noNetwork(once),
    },
  ].flatMap(({ name, lost, failure }) => [
    thenGone(name, lost, failure),
    {
      name: `${name}, of a request that was carried out`,
      first: [{ ...lost, ...carriedOut }],
      expected: succeeds({}, { seen: [GOOD, GOOD] }),
      firstFailure: failure,
    },
  ]),
  thenGone("an answer that is late", { hang: "headers" }, timedOut(once), { attemptTimeout: 2_000 }),
  {
    name: "a lost answer, then another refusal than that there is no task",
    first: [{ reject: "network", ...carriedOut }, { status: 409 }],
    expected: refused("rejected", 409, "HTTP.409", { attempts: 2 }),
    firstFailure: noNetwork(once),
    recovers: false,
  },
  {
    name: "a lost answer, 429, then a task that is not there",
    first: [{ reject: "network", ...carriedOut }, { status: 429 }, gone],
    expected: refused("not-found", 400, errCode, { attempts: 3 }),
    firstFailure: noNetwork(once),
    except: { deleteTask: succeeds({}, { seen: [GOOD, GOOD, GOOD] }) },
    recovers: false,
  },
  stillThere("429", { first: [{ status: 429 }, gone] }, {}),
  stillThere(
    "401",
    {
      signsIn: "token",
      first: [{ status: 401 }, gone],
      options: (scene) => ({ token: scene.giving(STALE, GOOD) }),
    },
    { seen: [STALE, GOOD], asked: [null, STALE] },
  ),
  {
    name: "an answer that no fetch could read, of a request that was carried out",
    options: (scene) => ({
      fetch: scene.mock(async () => ({
        status: 200,
        headers: new Headers(),
        body: null,
        text: async () => null,
      })),
    }),
    expected: noTask(null),
  },
];

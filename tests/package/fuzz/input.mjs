// One input: the options of one call, with arbitrary arguments, or an arbitrary fetch, or both.
// @ts-check
import { arbitraryFetch } from "./answers.mjs";
import { createRandom } from "./random.mjs";
import { anything } from "./values.mjs";

/** No token is a part of another one. */
const TOKENS = ["MIIEtokenThatNobodyMayRead", "MIIEsecondThatNobodyMayRead", "MIIEthirdThatNobodyMayRead"];
const [TOKEN] = TOKENS;
const TASK = '{"task_id":"t","status":"DOING"}';

const NAMES = [
  ...["region", "endpoint", "projectId", "shareId", "taskId", "token", "timeout", "attemptTimeout"],
  ...["maxRetries", "maxResponseBytes", "allowInsecure", "signal", "fetch"],
];

/**
 * @typedef {object} Input
 * @property {unknown} options what `getTask` is given
 * @property {readonly string[]} tokens those that no error may tell
 * @property {() => void} start what happens meanwhile, such as an abort
 */

/**
 * @param {number} seed
 * @param {number} index
 * @returns {Input}
 */
export function makeInput(seed, index) {
  const random = createRandom(seed, index);
  const { chance, pick, below } = random;
  /** @type {Record<string, unknown>} */
  const options = {
    ...{ endpoint: "https://sfs.example", projectId: "p", shareId: "s", taskId: "t", token: TOKEN },
    ...{ timeout: 20 + below(20), attemptTimeout: 1 + below(40), maxRetries: below(3) },
    ...(chance(0.2) && { maxResponseBytes: 1 + below(300) }),
  };
  let start = () => {};
  if (chance(0.6)) {
    options.fetch = arbitraryFetch(random);
    if (chance(0.3)) options.token = arbitraryToken(random);
    if (chance(0.2)) {
      const controller = new AbortController();
      options.signal = controller.signal;
      const abort = () => controller.abort(anything(random));
      start = pick([() => void setTimeout(abort, below(20)), abort]);
      if (chance(0.1)) abort();
    }
    return { options, tokens: TOKENS, start };
  }
  // This one answers, since an arbitrary `timeout` may be long.
  options.fetch = async () => new Response(TASK);
  for (let changes = 1 + below(3); changes > 0; changes -= 1) {
    const name = pick(NAMES);
    if (chance(0.05))
      Object.defineProperty(options, name, { get: () => anything(random), configurable: true });
    else Object.defineProperty(options, name, { value: anything(random), configurable: true });
  }
  return { options: chance(0.03) ? anything(random) : options, tokens: TOKENS, start };
}

/** @param {import("./random.mjs").Random} random */
function arbitraryToken(random) {
  const { chance, pick } = random;
  return () => {
    const value = chance(0.6) ? pick(TOKENS) : anything(random);
    return chance(0.5) ? value : Promise.resolve(value);
  };
}

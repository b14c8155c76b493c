// One input: the options of one call of one operation, with arbitrary arguments, or an arbitrary fetch, or both.
// @ts-check
import { arbitraryFetch } from "./answers.mjs";
import { CALLBACKS, operations } from "./operations.mjs";
import { createRandom } from "./random.mjs";
import { anything } from "./values.mjs";

/** No token is a part of another one. */
const TOKENS = ["MIIEtokenThatNobodyMayRead", "MIIEsecondThatNobodyMayRead", "MIIEthirdThatNobodyMayRead"];
const [TOKEN] = TOKENS;

const KEYS = ["First", "Second"].map((which) => ({
  accessKeyId: `${which}AccessKey`,
  secretAccessKey: `sK${which}SecretThatNobodyMayRead`,
  securityToken: `gQ${which}SecurityTokenThatNobodyMayRead`,
}));
const COOKIE = "sessionId=ThatNobodyMayReadEither";
const SECRETS = [
  ...[...TOKENS, COOKIE],
  ...KEYS.flatMap(({ secretAccessKey, securityToken }) => [secretAccessKey, securityToken]),
];
/** It has ended, so that whoever waits for it has nothing to wait for. */
const TASK = { task_id: "t", status: "SUCCESS" };

const NAMES = [
  ...["region", "endpoint", "projectId", "token", "credentials", "timeout", "attemptTimeout"],
  ...["maxRetries", "maxResponseBytes", "allowInsecure", "signal", "fetch"],
  ...["headers", "fetchOptions", "onRetry"],
];

const HEADER_NAMES = ["X-Any", "Cookie", "authorization", "Host", "X-Sdk-Date", "__proto__", "two words", ""];
const INIT_NAMES = ["credentials", "cache", "signal", "dispatcher", "__proto__", "method", "toString"];

/**
 * @typedef {object} Input
 * @property {import("./operations.mjs").Operation} operation
 * @property {unknown} options what it is given
 * @property {number} most how many values are taken of it, where it gives several
 * @property {readonly unknown[]} thrown what functions of the caller's have thrown, which a wait rejects with
 * @property {readonly string[]} secrets those that no error may tell
 * @property {() => void} start what happens meanwhile, such as an abort
 */

/**
 * @param {number} seed
 * @param {number} index
 * @param {readonly string[]} names of operations, one of which it is
 * @returns {Input}
 */
export function makeInput(seed, index, names) {
  const random = createRandom(seed, index);
  const { chance, pick, below } = random;
  const operation = operations[pick(names)];
  if (operation === undefined) throw new Error(`no such operation: ${names}`);
  /** @type {unknown[]} */
  const thrown = [];
  /** @type {Record<string, unknown>} */
  const options = {
    ...{ endpoint: "https://sfs.example", projectId: "p", token: TOKEN, ...operation.options },
    ...{ timeout: 20 + below(20), attemptTimeout: 1 + below(40), maxRetries: below(3) },
  };
  let start = () => {};
  if (chance(0.6)) {
    options.fetch = arbitraryFetch(random, operation.wrap);
    if (chance(0.3)) options.maxResponseBytes = 1 + below(300);
    if (chance(0.2)) options.until = "deleted";
    if (chance(0.5)) options.maxConsecutiveFailures = below(4);
    if (chance(0.3)) options.token = arbitraryToken(random);
    if (chance(0.4)) signByKey(options, random);
    if (chance(0.2)) options.headers = { Cookie: COOKIE, "X-Any": "any" };
    if (chance(0.2)) options.fetchOptions = { credentials: "include", any: anything(random) };
    if (chance(0.2)) options.onRetry = keepThrown(anything(random), thrown);
    if (chance(0.2)) {
      const controller = new AbortController();
      options.signal = controller.signal;
      const abort = () => controller.abort(anything(random));
      start = pick([() => void setTimeout(abort, below(20)), abort]);
      if (chance(0.1)) abort();
    }
    return { operation, options, most: 5, thrown, secrets: SECRETS, start };
  }
  // This one answers, since an arbitrary `timeout` may be long.
  options.fetch = async () => new Response(JSON.stringify(operation.wrap(TASK)));
  if (chance(0.3)) signByKey(options, random);
  for (let changes = 1 + below(3); changes > 0; changes -= 1) {
    const name = pick(chance(0.5) ? NAMES : operation.names);
    if (CALLBACKS.includes(name)) set(options, name, keepThrown(anything(random), thrown));
    else if (name === "credentials" && chance(0.7)) signByKey(options, random);
    else if (name === "headers" && chance(0.7)) set(options, name, arbitraryFields(random, HEADER_NAMES));
    else if (name === "fetchOptions" && chance(0.7)) set(options, name, arbitraryFields(random, INIT_NAMES));
    else if (name === "attributes" && chance(0.7)) set(options, name, arbitraryAttributes(random));
    else if (chance(0.05))
      Object.defineProperty(options, name, { get: () => anything(random), configurable: true });
    else set(options, name, anything(random));
  }
  // The first value comes at once; the next one might be hours away.
  return {
    ...{ operation, options: chance(0.03) ? anything(random) : options, most: 1 },
    ...{ thrown, secrets: SECRETS, start },
  };
}

/**
 * Sets an option, which may have become a getter.
 * @param {object} options
 * @param {string} name
 * @param {unknown} value
 */
function set(options, name, value) {
  Object.defineProperty(options, name, { value, configurable: true });
}

/**
 * A function of the caller's that notes what it throws; anything else as it is.
 * @param {unknown} value
 * @param {unknown[]} thrown
 */
function keepThrown(value, thrown) {
  if (typeof value !== "function") return value;
  return (/** @type {unknown[]} */ ...values) => {
    try {
      const result = value(...values);
      // Nobody waits for it, so that its rejection would be the caller's own to handle.
      if (result instanceof Promise) result.catch(() => {});
      return result;
    } catch (error) {
      thrown.push(error);
      throw error;
    }
  };
}

/** @param {import("./random.mjs").Random} random */
function arbitraryAttributes(random) {
  const names = ["fileMode", "dirMode", "uid", "gid", "fileMod"].filter(() => random.chance(0.5));
  return Object.fromEntries(names.map((name) => [name, anything(random)]));
}

/**
 * Signs in with a key instead of a token: a good one, one of which a member is anything, or a function that gives either.
 * @param {Record<string, unknown>} options
 * @param {import("./random.mjs").Random} random
 */
function signByKey(options, random) {
  const { chance, pick } = random;
  const key = () => {
    if (chance(0.1)) return anything(random);
    if (chance(0.8)) return pick(KEYS);
    const [name, value] = [pick(Object.keys(KEYS[0] ?? {})), anything(random)];
    if (chance(0.5)) return { ...pick(KEYS), [name]: value };
    return Object.defineProperty({ ...pick(KEYS) }, name, {
      get() {
        throw value;
      },
    });
  };
  const give = () => (chance(0.5) ? key() : Promise.resolve(key()));
  set(options, "credentials", chance(0.5) ? key() : give);
  // Beside a key a token is refused, which now and then is to be seen as well.
  if (chance(0.95)) delete options.token;
}

/**
 * An object of anything, whose names may be the package's own.
 * @param {import("./random.mjs").Random} random
 * @param {readonly string[]} names
 */
function arbitraryFields(random, names) {
  const { chance, pick, below, text } = random;
  const fields = Array.from({ length: below(4) }, () => [
    chance(0.9) ? pick(names) : text(8),
    chance(0.4) ? COOKIE : anything(random),
  ]);
  return Object.fromEntries(fields);
}

/** @param {import("./random.mjs").Random} random */
function arbitraryToken(random) {
  const { chance, pick } = random;
  return () => {
    const value = chance(0.6) ? pick(TOKENS) : anything(random);
    return chance(0.5) ? value : Promise.resolve(value);
  };
}

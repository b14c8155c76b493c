// The fault matrix as data: every row is one fault, and the exact result of `getTask`.
// @ts-check
import { aborts } from "./aborts.mjs";
import { bodies } from "./bodies.mjs";
import { deadlines } from "./deadlines.mjs";
import { echoes } from "./echoes.mjs";
import { hostileAnswers } from "./hostile-answers.mjs";
import { hostileFetch } from "./hostile-fetch.mjs";
import { hostileResponses } from "./hostile-responses.mjs";
import { keyFunctions } from "./key-functions.mjs";
import { lostAnswers } from "./lost-answers.mjs";
import { network } from "./network.mjs";
import { proxies } from "./proxies.mjs";
import { redirects } from "./redirects.mjs";
import { retries } from "./retries.mjs";
import { signatures } from "./signatures.mjs";
import { sizes } from "./sizes.mjs";
import { startUp } from "./start-up.mjs";
import { statuses } from "./statuses.mjs";
import { tokenFunctions } from "./token-functions.mjs";
import { webCrypto } from "./web-crypto.mjs";

/** @typedef {import("./scene.mjs").Scene} Scene */
/** @typedef {import("./expected.mjs").Expected} Expected */
/** @typedef {import("./operations.mjs").Operation} Operation */

/**
 * One row. This file is loaded in Node and in pages, so no row may need either.
 * @typedef {object} Fault
 * @property {string} name no other row has it
 * @property {readonly object[] | ((operation: Operation) => readonly object[])} [first] misbehaviours of the emulator, one
 *   request each
 * @property {object | ((operation: Operation) => object)} [always] its misbehaviour for all further requests; a wait gets it
 * once, since the first failure has to end it
 * @property {number} [redirect] as `always`: this status, and a place on the server that must see no request
 * @property {string | ((operation: Operation) => string)} [raw] the bytes that the raw server sends, in ISO 8859-1
 * @property {keyof import("./scene.mjs").Place["endpoints"]} [server] the server that the call uses; the service by default
 * @property {object | ((scene: Scene) => object)} [options] the options of the operation beside its usual ones
 * @property {number} [calls] how many calls are made at once, 1 by default; all must have the same result
 * @property {(scene: Scene) => unknown} [meanwhile] called right after the calls were made
 * @property {(scene: Scene) => unknown} [whenSeen] called when the service has seen a request
 * @property {boolean} [fresh] the call uses a copy of the package whose core has not started
 * @property {object | undefined} [webAssembly] replaces `WebAssembly` while the call runs
 * @property {() => unknown} [now] replaces `Date.now` while the call runs
 * @property {PropertyDescriptor} [crypto] replaces `crypto` while the call runs, and Node's module
 * @property {"token" | "key"} [signsIn] the calls that it concerns: those with a token, or with an access key; both by default
 * @property {number} [random] the result of `Math.random`, 0 by default, so pauses have no length
 * @property {(task: any) => unknown} [look] what to compare of a task beside its fields
 * @property {Expected} expected
 * @property {Expected} [chromium] the result in a browser, if it cannot see what Node sees
 * @property {Expected} [firstFailure] the result if the first failure is not retried, for a row with several failures
 * @property {Partial<Record<string, Expected>>} [except] other results, by an operation's name
 * @property {(operation: Operation) => boolean} [only] the operations that can have this fault
 * @property {false} [recovers] a later look would fail as well, or come too late for a test
 * @property {Expected} [next] the result of the next call, made with the usual options to the same copy of the package
 */

/** @type {Record<string, readonly Fault[]>} */
export const groups = {
  ...{ bodies, statuses, network, redirects, retries, deadlines, aborts },
  "start-up": startUp,
  "token functions": tokenFunctions,
  "key functions": keyFunctions,
  signatures,
  WebCrypto: webCrypto,
  proxies,
  "lost answers": lostAnswers,
  "hostile answers": hostileAnswers,
  sizes,
  "hostile fetch": hostileFetch,
  "hostile responses": hostileResponses,
  echoes,
};

/** Every row, in order. */
export const faults = Object.values(groups).flat();

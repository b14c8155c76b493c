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
 * One row. This file is loaded in Node and in pages, so no row needs either.
 * @typedef {object} Fault
 * @property {string} name no other row has it
 * @property {readonly object[] | ((operation: Operation) => readonly object[])} [first] misbehaviours of the emulator, one
 *   request each
 * @property {object | ((operation: Operation) => object)} [always] its misbehaviour for all further requests; to a wait
 *   it shows it once, since the first failure is to end it
 * @property {number} [redirect] as `always`: this status, and a place on the server that must see no request
 * @property {string | ((operation: Operation) => string)} [raw] what the server says that knows nothing of HTTP, in ISO 8859-1
 * @property {keyof import("./scene.mjs").Place["endpoints"]} [server] whom the call asks; the service by default
 * @property {object | ((scene: Scene) => object)} [options] what the operation is given beside its usual options
 * @property {number} [calls] how many calls are made at once, 1 by default; all have to come to the same
 * @property {(scene: Scene) => unknown} [meanwhile] done right after the calls were made
 * @property {(scene: Scene) => unknown} [whenSeen] done when the service has seen a request
 * @property {boolean} [fresh] a copy of the package is asked whose core has not started
 * @property {object | undefined} [webAssembly] what stands in the place of `WebAssembly` while the call runs
 * @property {() => unknown} [now] what stands in the place of `Date.now` while the call runs
 * @property {PropertyDescriptor} [crypto] what stands in the place of `crypto` while the call runs, and of Node's module
 * @property {"token" | "key"} [signsIn] whom it befalls: who signs in with a token, or with an access key; both by default
 * @property {number} [random] what `Math.random` gives, 0 by default, so that pauses have no length
 * @property {(task: any) => unknown} [look] what to look at of a task beside its fields
 * @property {Expected} expected
 * @property {Expected} [chromium] where a browser cannot see what Node sees
 * @property {Expected} [firstFailure] what it comes to where the first failure is not tried again, if the row has several
 * @property {Partial<Record<string, Expected>>} [except] by an operation's name: where nothing of this holds
 * @property {(operation: Operation) => boolean} [only] which operations the fault can befall
 * @property {false} [recovers] a look after it would fail as well, or comes too late for a test
 * @property {Expected} [next] what the next call comes to, made with the usual options to the same copy of the package
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

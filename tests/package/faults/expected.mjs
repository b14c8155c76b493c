// The expected result of `getTask`: an error with all its fields, a task, or the signal's own reason. The results of the other
// operations follow from it.
// @ts-check
import { GOOD } from "./credentials.mjs";

/** @typedef {import("./operations.mjs").Operation} Operation */

/** Stands for the id that the service gave to the last request it saw. */
export const OF_LAST_REQUEST = "the id of the last request";

/** Stands for the success status of the service. */
export const USUAL_STATUS = 2;

/** The kinds after which the same call may succeed later. */
const RETRYABLE = ["throttled", "unavailable", "network", "timeout"];

/** How often a request is sent by default. */
const ATTEMPTS = 3;

/**
 * An outcome that a row expects. Fields that are left out are not compared, but the builders below set every field that a cell is
 * compared by.
 * @typedef {object} Expected
 * @property {string} [kind]
 * @property {string} [errCode]
 * @property {string | ((operation: Operation) => string)} [errMsg]
 * @property {string} [problem] what is wrong with an answer, as the end of `errMsg`
 * @property {string} [lacks] the field that a good answer needs, or "all" of them: not a failure for an operation that does not
 * need it
 * @property {string} [message]
 * @property {string} [says] a part of the message
 * @property {number | null} [httpStatus]
 * @property {string | null} [requestId]
 * @property {number} [attempts]
 * @property {boolean} [retryable]
 * @property {boolean} [arrived] whether the request may have arrived, if kind and status do not show it
 * @property {boolean} [doubted] the message ends with the doubt whether the request has acted
 * @property {string | null} [field]
 * @property {string | null} [encodedAuthorizationMessage]
 * @property {string | null} [cause] the chain as `Name: message < Name: message`
 * @property {Record<string, unknown>} [task] fields of the task
 * @property {Record<string, unknown>} [lastTask] fields of the task that an error contains; by default it contains none
 * @property {Expected} [told] the failure that a wait reported before it continued
 * @property {true} [reason] the call rejects with `signal.reason` itself, before anything else runs
 * @property {true} [thrown] the call rejects with the value that a function of the caller's has thrown
 * @property {readonly (string | null)[]} seen who the requests were from, in order: tokens, or ids of access keys; {@link GOOD}
 *   stands for whatever the operation signs in with
 * @property {readonly number[]} [minutes] how far the requests' signatures were ahead of the service's clock
 * @property {number} [retried] how often `onRetry` was called: by default once for each retry; for a wait it is not compared then
 * @property {readonly (string | null)[]} [asked] the arguments of the function that signs in, `null` for none
 * @property {readonly string[]} [ends] how the service's answers ended: "complete" or "broken"
 * @property {number} [cancelled] how many streams of a mocked fetch were cancelled
 * @property {number | null} [nextDelay] the pause that a wait reports: the usual one by default, `null` if it is not known
 * @property {number} [pause] the least milliseconds between the last two requests
 * @property {unknown} [looked] the expected result of the row's `look`
 */

/**
 * @param {string} kind
 * @param {string} errCode
 * @param {Partial<Expected>} more
 * @returns {Expected}
 */
function failure(kind, errCode, more) {
  const retryable = RETRYABLE.includes(kind);
  const { attempts = retryable ? ATTEMPTS : 1 } = more;
  return {
    ...{ kind, errCode, httpStatus: null, requestId: null, attempts, retryable, field: null },
    seen: Array(attempts).fill(GOOD),
    ...more,
  };
}

/**
 * The service, or its gateway, said no.
 * @param {string} kind
 * @param {number} httpStatus
 * @param {string} errCode
 * @param {Partial<Expected>} [more]
 */
export function refused(kind, httpStatus, errCode, more = {}) {
  return failure(kind, errCode, { httpStatus, requestId: OF_LAST_REQUEST, ...more });
}

/**
 * The answer is not a task.
 * @param {number | null} httpStatus
 * @param {Partial<Expected>} [more]
 */
export function noTask(httpStatus, more = {}) {
  return failure("invalid-response", "CLIENT.INVALID_RESPONSE", {
    httpStatus,
    requestId: httpStatus === null ? null : OF_LAST_REQUEST,
    ...more,
  });
}

/** No answer arrived. @param {Partial<Expected>} [more] */
export function noNetwork(more = {}) {
  return failure("network", "CLIENT.NETWORK", more);
}

/** The time is over. @param {Partial<Expected>} [more] */
export function timedOut(more = {}) {
  return failure("timeout", "CLIENT.TIMEOUT", more);
}

/** This page or process cannot do what is needed, such as start the core. @param {Partial<Expected>} [more] */
export function noCore(more = {}) {
  return failure("runtime", "CLIENT.RUNTIME", { attempts: 0, ...more });
}

/**
 * An argument is wrong, and nothing was sent.
 * @param {string} field
 * @param {Partial<Expected>} [more]
 */
export function badArgument(field, more = {}) {
  return failure("invalid-request", "CLIENT.INVALID_REQUEST", { attempts: 0, field, ...more });
}

/** The function that signs in returned nothing valid, and nothing was sent. @param {Partial<Expected>} [more] */
export function noCredentials(more = {}) {
  return failure("no-credentials", "CLIENT.NO_CREDENTIALS", { attempts: 0, ...more });
}

/** The caller cancelled the call. @param {Partial<Expected>} [more] @returns {Expected} */
export function givenUp(more = {}) {
  return { reason: true, seen: [GOOD], ...more };
}

/**
 * The call still succeeds.
 * @param {Record<string, unknown>} [task]
 * @param {Partial<Expected>} [more]
 * @returns {Expected}
 */
export function succeeds(task = {}, more = {}) {
  return { task: { status: "DOING", requestId: OF_LAST_REQUEST, ...task }, seen: [GOOD], ...more };
}

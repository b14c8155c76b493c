// Arbitrary answers: a fetch that returns any status, headers and bytes, or no response at all, and changes each time.
// @ts-check
import fc from "fast-check";
import { arbitraryBody } from "./bodies.mjs";
import { arbitraryHeaders } from "./headers.mjs";
import { anything, chance, either, inTurn, sometimes, text } from "./values.mjs";

/** @typedef {import("./values.mjs").Make} Make */
/** @typedef {(secret: string) => unknown} Answer settles or throws as a fetch does; an answer likes to repeat a secret */

const SIGNING = ["X-Auth-Token", "X-Security-Token", "Authorization", "Cookie"];

/** The statuses that a service gives, and any other that a response may have. */
const status = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.constantFrom(200, 200, 202, 400, 401, 403, 404, 429, 500, 503),
  },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
);

const BODILESS = [204, 205, 304];

const never = () => new Promise(() => {});

/**
 * @param {(task: object) => object} wrap an answer that has a task in it
 * @returns {fc.Arbitrary<() => (url: string, init: any) => unknown>} makes a fetch that begins with its first answer
 */
export function arbitraryFetch(wrap) {
  const secretAt = fc.nat({ max: SIGNING.length - 1 });
  return fc
    .tuple(fc.array(arbitraryAnswer(wrap), { minLength: 1, maxLength: 5 }), secretAt)
    .map(([answers, at]) => () => {
      const next = inTurn(answers);
      return (_url, init) => {
        const secrets = SIGNING.map((name) => init.headers[name]).filter(
          (value) => typeof value === "string",
        );
        return next()(secrets[at % secrets.length] ?? "");
      };
    });
}

/** @param {(task: object) => object} wrap @returns {fc.Arbitrary<Answer>} */
function arbitraryAnswer(wrap) {
  const response = fc.oneof(genuineResponse(wrap), mockResponse(wrap));
  return fc.oneof(
    { weight: 14, arbitrary: response.map((make) => async (/** @type {string} */ secret) => make(secret)) },
    { weight: 1, arbitrary: response },
    { weight: 1, arbitrary: fc.constant(never) },
    { weight: 1, arbitrary: anything.map((make) => () => raise(make())) },
    { weight: 1, arbitrary: anything.map((make) => () => Promise.reject(make())) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: anything.map((make) => () => Promise.resolve(make())) },
  );
}

/** @param {(task: object) => object} wrap @returns {fc.Arbitrary<Answer>} */
function genuineResponse(wrap) {
  return fc
    .record({ status, headers: arbitraryHeaders, body: arbitraryBody(wrap), streamed: sometimes(50, pace) })
    .map(({ status, headers, body, streamed }) => (secret) => {
      const bytes = body(secret);
      const content = streamed ? stream(bytes, streamed) : bytes;
      return new Response(BODILESS.includes(status) ? null : content, { status, headers: headers(secret) });
    });
}

/**
 * What a mocked fetch may return, with members of any type. @param {(task: object) => object} wrap @returns
 * {fc.Arbitrary<Answer>}
 */
function mockResponse(wrap) {
  const members = ["status", "type", "headers", "body", "text"];
  const spoilt = fc.record({ name: fc.constantFrom(...members), make: anything, throws: chance(40) });
  return fc
    .record({
      ...{ status, headers: mockHeaders, body: arbitraryBody(wrap), streamed: sometimes(50, pace) },
      text: sometimes(
        20,
        fc.oneof(
          anything,
          text(50).map((value) => () => value),
        ),
      ),
      spoilt: either(
        20,
        fc.array(spoilt, { minLength: 1, maxLength: 2 }),
        fc.constant(/** @type {never[]} */ ([])),
      ),
    })
    .map((plan) => (secret) => {
      const bytes = plan.body(secret);
      const mock = {
        status: plan.status,
        type: "basic",
        headers: plan.headers(secret),
        body: plan.streamed ? stream(bytes, plan.streamed) : null,
        text: async () => (plan.text ? plan.text() : new TextDecoder().decode(bytes)),
      };
      for (const { name, make, throws } of plan.spoilt) {
        const value = make();
        const member = throws ? { get: () => raise(value) } : { value };
        Object.defineProperty(mock, name, { ...member, configurable: true });
      }
      return mock;
    });
}

/** @type {fc.Arbitrary<(secret: string) => unknown>} */
const mockHeaders = fc.oneof(
  arbitraryHeaders.map((headers) => (/** @type {string} */ secret) => new Headers(headers(secret))),
  arbitraryHeaders.map(
    (headers) => (/** @type {string} */ secret) => new Map(Object.entries(headers(secret))),
  ),
  arbitraryHeaders,
  fc.tuple(anything, anything).map(([one, other]) => () => {
    return new Map([
      ["x-request-id", one()],
      ["retry-after", other()],
    ]);
  }),
);

/** How a stream arrives: in chunks of some bytes, and perhaps with another value instead of a chunk. */
const pace = fc.record({
  piece: fc.integer({ min: 1, max: 50 }),
  odd: sometimes(
    30,
    fc.record({ at: fc.nat({ max: 5 }), how: fc.constantFrom("error", "silence", "value"), make: anything }),
  ),
  cancel: sometimes(20, anything),
});

/**
 * A stream of bytes in chunks, which may break, stay silent, or contain something that is not a chunk.
 * @param {Uint8Array} bytes
 * @param {typeof pace extends fc.Arbitrary<infer Pace> ? Pace : never} pace
 */
function stream(bytes, { piece, odd, cancel }) {
  let pulls = 0;
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (odd?.at === pulls++) {
        if (odd.how === "silence") return void (await never());
        return odd.how === "error" ? controller.error(odd.make()) : controller.enqueue(odd.make());
      }
      if (sent >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(sent, sent + piece));
      sent += piece;
    },
    cancel() {
      if (cancel) throw cancel();
    },
  });
}

/** @param {unknown} value @returns {never} */
function raise(value) {
  throw value;
}

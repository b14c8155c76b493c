// Arbitrary bodies of answers: a task, an error or anything else as JSON, often with some bytes changed, or bytes alone.
// @ts-check
import fc from "fast-check";
import { chance, either, sometimes, text } from "./values.mjs";

const TASK = {
  task_id: "7bd2a9b6",
  type: "import_metadata",
  status: "DOING",
  src_target: "sfs-link-directory",
  start_time: "2023-09-02T15:04:05",
  end_time: "",
  message: "",
};
const KEYS = [
  ...Object.keys(TASK),
  ...["errCode", "errMsg", "error_code", "error_msg", "errorCode", "errorMsg", "code", "error", "details"],
  ...["tasks", "count", "changed", "raw", "request_id", "encoded_authorization_message"],
  ...["__proto__", "constructor", "then", "toJSON", "length", "0", ""],
];
const TEXTS = [
  ...["", "SFS.TURBO.0106", "APIGW.0308", "DOING", "SUCCESS", "FAIL", "[token]"],
  ...["<Error><Code>", "<title>", "\ud800", "\u0000"],
  ...["2023-09-02T15:04:05", "2023-09-02 15:04:05.5+08:00", "T", "9999-99-99T99:99:99"],
];
const NUMBERS = [0, -1, 5.5, 401, 1e21, Number.MAX_SAFE_INTEGER];

/** The place of the secret: no text contains this by chance, and JSON leaves it unchanged. */
const PLACEHOLDER = "{the secret of the request}";

const scalar = fc.oneof(
  fc.constantFrom(null, true, false),
  fc.constantFrom(...NUMBERS),
  fc.constantFrom(...TEXTS),
  text(30),
  { weight: 1, arbitrary: fc.tuple(text(5), text(5)).map(([one, other]) => one + PLACEHOLDER + other) },
);

/** @type {{ json: fc.Arbitrary<unknown> }} */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    { weight: 5, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie("json"), { maxLength: 3 }) },
    { weight: 1, arbitrary: fields(tie("json")) },
  ),
}));

/** @param {fc.Arbitrary<unknown>} values */
function fields(values) {
  // Made by `fromEntries`, for which `__proto__` is an ordinary name.
  return fc.array(fc.tuple(fc.constantFrom(...KEYS), values), { maxLength: 7 }).map(Object.fromEntries);
}

const encoder = new TextEncoder();

/**
 * @param {(task: object) => object} wrap an answer that has a task in it
 * @returns {fc.Arbitrary<(secret: string) => Uint8Array<ArrayBuffer>>}
 */
export function arbitraryBody(wrap) {
  const task = fields(json).map((changes) => wrap({ ...TASK, ...changes }));
  const change = fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) });
  const written = fc
    .record({
      value: fc.oneof(task, json),
      isPage: chance(10),
      changes: either(30, fc.array(change, { maxLength: 3 }), fc.constant(/** @type {never[]} */ ([]))),
      cut: sometimes(20, fc.nat()),
    })
    .map(({ value, isPage, changes, cut }) => (/** @type {string} */ secret) => {
      const told = JSON.stringify(value).replaceAll(PLACEHOLDER, () => secret);
      const bytes = encoder.encode(isPage ? `<html>${told}` : told);
      for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
      return cut === undefined ? bytes : bytes.slice(0, cut % (bytes.length + 1));
    });
  const bytes = fc.uint8Array({ maxLength: 200, size: "max" }).map((made) => () => Uint8Array.from(made));
  return fc.oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: bytes });
}

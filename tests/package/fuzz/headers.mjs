// Arbitrary headers of an answer, the secret of the request among them.
// @ts-check
import fc from "fast-check";
import { chance, sometimes } from "./values.mjs";

const visible = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
});

const retryAfter = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("0", "1", "soon", "-1", "99999999999", "Wed, 21 Oct 2015 07:28:00 GMT"),
  },
  { weight: 1, arbitrary: visible },
);

const contentType = fc.oneof(
  fc.constantFrom("application/json", "text/html", "x"),
  visible.map((text) => text || "x"),
);

/** @type {fc.Arbitrary<(secret: string) => Record<string, string>>} */
export const arbitraryHeaders = fc
  .record({
    id: sometimes(40, fc.record({ text: visible, isSecret: chance(20) })),
    retryAfter: sometimes(30, retryAfter),
    contentType: sometimes(30, contentType),
  })
  .map(({ id, retryAfter, contentType }) => (secret) => ({
    ...(id && { "x-request-id": id.isSecret ? secret : id.text }),
    ...(retryAfter !== undefined && { "retry-after": retryAfter }),
    ...(contentType !== undefined && { "content-type": contentType }),
  }));

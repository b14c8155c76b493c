// The credentials of a call: tokens, keys and functions that return either, valid ones and anything else.
// @ts-check
import fc from "fast-check";
import { anything, chance, either, inTurn } from "./values.mjs";

/** @typedef {import("./values.mjs").Make} Make */

/** No token is a part of another one. */
const TOKENS = ["MIIEtokenThatNobodyMayRead", "MIIEsecondThatNobodyMayRead", "MIIEthirdThatNobodyMayRead"];
export const TOKEN = "MIIEtokenThatNobodyMayRead";

const KEYS = ["First", "Second"].map((which) => ({
  accessKeyId: `${which}AccessKey`,
  secretAccessKey: `sK${which}SecretThatNobodyMayRead`,
  securityToken: `gQ${which}SecurityTokenThatNobodyMayRead`,
}));

export const COOKIE = "sessionId=ThatNobodyMayReadEither";

/** Those that no error may tell. */
export const SECRETS = [
  ...[...TOKENS, COOKIE],
  ...KEYS.flatMap(({ secretAccessKey, securityToken }) => [secretAccessKey, securityToken]),
];

/** A good key, one of which a member is anything or throws, or anything. @type {fc.Arbitrary<Make>} */
const key = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom(...KEYS).map((good) => () => good) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        good: fc.constantFrom(...KEYS),
        name: fc.constantFrom("accessKeyId", "secretAccessKey", "securityToken"),
        ...{ make: anything, throws: chance(50) },
      })
      .map(({ good, name, make, throws }) => () => {
        const value = make();
        const get = () => {
          throw value;
        };
        return Object.defineProperty({ ...good }, name, throws ? { get } : { value });
      }),
  },
  { weight: 1, arbitrary: anything },
);

/**
 * A function that returns one value after the other, some of them as promises.
 * @param {fc.Arbitrary<Make>} given
 * @returns {fc.Arbitrary<Make>}
 */
const source = (given) =>
  fc.array(fc.tuple(given, fc.boolean()), { minLength: 1, maxLength: 4 }).map((gifts) => () => {
    const next = inTurn(gifts);
    return () => {
      const [make, isPromised] = next();
      return isPromised ? Promise.resolve(make()) : make();
    };
  });

/** A function that gives tokens. */
export const tokenSource = source(
  either(
    40,
    anything,
    fc.constantFrom(...TOKENS).map((token) => () => token),
  ),
);

/** A key, or a function that gives keys; and whether a token stays beside it, which is refused. */
export const keySignIn = fc.record({ credentials: either(50, source(key), key), keepsToken: chance(5) });

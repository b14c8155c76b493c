// Temporary keys from IAM, for the keys or the token of another source.

import type { TokenContext } from "../../operations/options.js";
import { checkFunction, keySeconds, ownOptions } from "./arguments.js";
import { checkIamOptions, type IamOptions, iamOf } from "./endpoint.js";
import { broken } from "./error.js";
import { keyFrom } from "./given-key.js";
import { temporaryKey } from "./iam.js";
import { type KeySource, ownOf, type SourcedKey, withProject } from "./key.js";
import { memoized } from "./memo.js";
import { within } from "./patience.js";

/** A function that gives keys or an IAM token. Every source of this entry is one. */
export type KeyOrTokenSource = (
  context: TokenContext,
) => SourcedKey | string | Promise<SourcedKey> | Promise<string>;

/** The options of {@link fromTemporaryKeys}. */
export interface FromTemporaryKeysOptions extends IamOptions {
  /** How long the keys last, in seconds. Default 3600; 900 to 86 400. */
  readonly duration?: number | undefined;
}

const USUAL_DURATION = 3600;

/**
 * Temporary keys from IAM, for permanent keys or for a token. Use it for another process, or so that the permanent secret
 * signs only one request per hour. No permission is needed.
 *
 * They are renewed five minutes before they expire. If the source gives keys, they sign the request to IAM. If it gives a
 * token, the request carries the token. If IAM refuses the token, the source is called once more with `rejected`. The
 * `projectId` of a key is kept.
 *
 * Fails with the {@link CredentialsError} of its source. Fails as configured if the source throws any other error (the message
 * contains it), if it takes longer than a minute, or if IAM refuses. Throws a `TypeError` for a duration that IAM does not allow.
 *
 * @example
 * ```ts
 * const credentials = fromTemporaryKeys(fromProfile(), { duration: 900 });
 * const fromToken = fromTemporaryKeys(fromPassword({ userName, password, domainName, region: "cn-north-4" }));
 * ```
 */
export function fromTemporaryKeys(source: KeyOrTokenSource, options?: FromTemporaryKeysOptions): KeySource {
  const self = "fromTemporaryKeys";
  checkFunction(self, "source", source);
  const own = ownOptions(self, options, ["duration", "region", "iamEndpoint", "timeout"]);
  const duration = keySeconds(self, own.duration, USUAL_DURATION);
  const iamOptions = checkIamOptions(self, own);
  const ask = (rejected: string | undefined) =>
    within<string | SourcedKey>(self, "its source", () => source({ rejected }), [rejected]);
  return memoized(async () => {
    const iam = iamOf(self, iamOptions);
    const given = await ask(undefined);
    if (typeof given !== "string") {
      const key = keyFrom(self, given, "its source");
      const projectId = ownOf(key, "projectId");
      return withProject(await temporaryKey(self, iam, { by: "key", key }, duration), projectId);
    }
    const renew = async () => {
      const token = tokenOf(await ask(given));
      if (token !== given) return token;
      throw broken(
        self,
        "IAM refused the token of its source with HTTP 401, and the source gave no other one.",
      );
    };
    return temporaryKey(self, iam, { by: "token", token: tokenOf(given), renew }, duration);
  });

  function tokenOf(given: unknown): string {
    if (typeof given === "string" && /^[!-~]+$/.test(given)) return given;
    throw broken(self, "its source gave no token that a request can send.");
  }
}

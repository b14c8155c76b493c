// Temporary keys for keys or a token of another source.

import type { TokenContext } from "../../operations/options.js";
import { checkFunction, keySeconds, ownOptions } from "./arguments.js";
import { checkIamOptions, type IamOptions, iamOf } from "./endpoint.js";
import { broken } from "./error.js";
import { keyFrom } from "./given-key.js";
import { temporaryKey } from "./iam.js";
import { type KeySource, ownOf, type SourcedKey, withProject } from "./key.js";
import { memoized } from "./memo.js";
import { within } from "./patience.js";

/** A function that gives keys, or an IAM token. Each source of this entry is one. */
export type KeyOrTokenSource = (
  context: TokenContext,
) => SourcedKey | string | Promise<SourcedKey> | Promise<string>;

/** What {@link fromTemporaryKeys} takes beside its source. */
export interface FromTemporaryKeysOptions extends IamOptions {
  /** How long the keys last, in seconds. Default 3600; 900 to 86 400. */
  readonly duration?: number | undefined;
}

const usualDuration = 3600;

/**
 * Temporary keys that IAM gives for permanent keys, or for a token: for another process, or so that the permanent secret signs
 * one request an hour. No permission is needed.
 *
 * They are renewed five minutes before they end. With keys the request is signed, with a token it carries that; a token that
 * IAM refuses is asked for once more, with `rejected`. A key's `projectId` is kept.
 *
 * Fails with the {@link CredentialsError} of its source; as broken if its source throws anything else, whose words are in the
 * message then, or if IAM refuses. The source has a minute to answer. Throws a `TypeError` for a duration that IAM does not give.
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
  const duration = keySeconds(self, own.duration, usualDuration);
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
      throw broken(self, "IAM refused the token of its source with HTTP 401, and the source gave no other one.");
    };
    return temporaryKey(self, iam, { by: "token", token: tokenOf(given), renew }, duration);
  });

  function tokenOf(given: unknown): string {
    if (typeof given === "string" && /^[!-~]+$/.test(given)) return given;
    throw broken(self, "its source gave no token that a request can send.");
  }
}

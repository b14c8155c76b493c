// Keys of a pod in a CCE cluster, from the cluster's pod identity service.

import { temporaryKeyOf } from "./answer.js";
import { milliseconds, ownOptions } from "./arguments.js";
import { refusal } from "./disclosure.js";
import { checkedUrl, isPrivate } from "./endpoint.js";
import { broken, notConfigured } from "./error.js";
import { placeOf } from "./exchange.js";
import { readSecret } from "./file.js";
import { answered } from "./iam.js";
import type { KeySource, SourcedKey } from "./key.js";
import { memoized } from "./memo.js";
import { variable } from "./variables.js";

/** The options of {@link fromPodIdentity}. */
export interface FromPodIdentityOptions {
  /** Milliseconds for one request. Default 5000; 1 to 2 147 483 647. */
  readonly timeout?: number | undefined;
}

/**
 * Keys of the pod that this process runs in, from a CCE cluster with pod identity.
 *
 * The cluster sets `HC_CONTAINER_CREDENTIALS_FULL_URI`, the URL of the service, and `HC_CONTAINER_AUTHORIZATION_TOKEN_FILE`, a
 * file with the value of header `Authorization`. Both are read again at each renewal, five minutes before the keys expire. The
 * request never uses a proxy. `http:` is allowed only for private addresses and for names inside the cluster.
 *
 * Fails as not configured if neither variable is set. Fails as configured if one of them is missing, if the file cannot be
 * read, if nothing answers, or if the service refuses.
 *
 * @example
 * ```ts
 * const client = createClient({ region: "cn-north-4", projectId, credentials: fromPodIdentity() });
 * ```
 */
export function fromPodIdentity(options?: FromPodIdentityOptions): KeySource {
  const source = "fromPodIdentity";
  const own = ownOptions(source, options, ["timeout"]);
  const timeout = milliseconds(source, "timeout", own.timeout, 5000);
  return memoized(() => askService(source, timeout));
}

async function askService(source: string, timeout: number): Promise<SourcedKey> {
  const uri = variable("HC_CONTAINER_CREDENTIALS_FULL_URI");
  const file = variable("HC_CONTAINER_AUTHORIZATION_TOKEN_FILE");
  if (uri.value === undefined && file.value === undefined) {
    throw notConfigured(source, `${uri.name} and ${file.name} are not set.`);
  }
  if (uri.value === undefined || file.value === undefined) {
    const [set, missing] = uri.value === undefined ? [file, uri] : [uri, file];
    throw broken(source, `${set.name} is set, but ${missing.name} is not: set both.`);
  }
  const url = checkedUrl(source, uri.name, uri.value, isPrivate, "private addresses and names of a cluster");
  const token = await readSecret(source, { path: file.value, name: file.name });
  const headers = { Authorization: token, "Content-Type": "application/json" };
  const answer = await answered(source, { method: "POST", url, headers, body: "{}", timeout, direct: true });
  const place = placeOf(url);
  if (answer.status >= 200 && answer.status < 300) return temporaryKeyOf(source, answer.body, place);
  throw broken(source, `POST ${place} was refused: ${refusal(answer, [token])}.`);
}

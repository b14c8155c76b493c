// The sources that the vendor's tools have in common, in the same order.

import { ownOptions } from "./arguments.js";
import { chainOf } from "./chain.js";
import { fromEcsMetadata } from "./ecs-metadata.js";
import { checkIamOptions, type IamOptions } from "./endpoint.js";
import { fromEnv } from "./environment.js";
import type { KeySource } from "./key.js";
import { fromPodIdentity } from "./pod-identity.js";
import { fromProfile } from "./profile.js";

/** Milliseconds for the first request to the metadata service, so that a laptop does not wait three seconds in vain. */
const PROBE_TIMEOUT = 1000;

/**
 * Keys from the places where the vendor's own tools look for them:
 *
 * 1. {@link fromEnv} with the variables of the SDKs, `HUAWEICLOUD_SDK_…`
 * 2. {@link fromEnv} with the variables of Terraform's provider, `HW_…`
 * 3. {@link fromProfile}
 * 4. {@link fromPodIdentity}
 * 5. {@link fromEcsMetadata}, with one second for the first request
 *
 * It works like {@link fromChain}: a source that is configured but does not work ends the chain, and once a source has given
 * keys, only that source is called.
 *
 * @param options Options for IAM, for variables and profiles with an identity provider.
 * @example
 * ```ts
 * const client = createClient({ region: "cn-north-4", projectId, credentials: fromDefaults() });
 * ```
 */
export function fromDefaults(options?: IamOptions): KeySource {
  const self = "fromDefaults";
  const iam = checkIamOptions(self, ownOptions(self, options, ["region", "iamEndpoint", "timeout"]));
  return chainOf(self, [
    fromEnv({ ...iam, names: "HUAWEICLOUD_SDK" }),
    fromEnv({ ...iam, names: "HW" }),
    fromProfile(iam),
    fromPodIdentity(),
    fromEcsMetadata({ probeTimeout: PROBE_TIMEOUT }),
  ]);
}

// Keys for the token of an OpenID Connect identity provider.

import { keySeconds, optionalText, ownOptions } from "./arguments.js";
import { checkIamOptions, type IamOptions, iamOf } from "./endpoint.js";
import { broken, notConfigured } from "./error.js";
import { federatedKey, USUAL_DURATION } from "./federation.js";
import type { KeySource } from "./key.js";
import { memoized } from "./memo.js";
import { variable } from "./variables.js";

/** The options of {@link fromIdToken}. */
export interface FromIdTokenOptions extends IamOptions {
  /** The id of the identity provider in IAM. Default: the variable `HUAWEICLOUD_SDK_IDP_ID`. */
  readonly idpId?: string | undefined;
  /** The path of the file with the provider's token. Default: the variable `HUAWEICLOUD_SDK_ID_TOKEN_FILE`. */
  readonly idTokenFile?: string | undefined;
  /** The lifetime of the keys in seconds. Default 21 600; 900 to 86 400. */
  readonly duration?: number | undefined;
}

/**
 * Keys for the token of an OpenID Connect identity provider, for example of a CI job or a Kubernetes service account.
 *
 * IAM exchanges the provider's token for an IAM token, and that one for temporary keys. The file is read again at each renewal,
 * five minutes before the keys expire. The platform must keep it up to date. The maximum size of the file is 64 KiB.
 *
 * Fails as not configured if neither the provider nor the file is named. Fails as configured if one of them is missing, if the
 * file cannot be read, or if IAM refuses.
 *
 * @example
 * ```ts
 * const credentials = fromIdToken({ idpId: "github", idTokenFile: "/var/run/secrets/token", region: "cn-north-4" });
 * ```
 */
export function fromIdToken(options?: FromIdTokenOptions): KeySource {
  const source = "fromIdToken";
  const own = ownOptions(source, options, [
    "idpId",
    "idTokenFile",
    "duration",
    "region",
    "iamEndpoint",
    "timeout",
  ]);
  const idpId = optionalText(source, "idpId", own.idpId);
  const idTokenFile = optionalText(source, "idTokenFile", own.idTokenFile);
  const duration = keySeconds(source, own.duration, USUAL_DURATION);
  const iamOptions = checkIamOptions(source, own);
  return memoized(async () => {
    const idp = idpId === undefined ? variable("HUAWEICLOUD_SDK_IDP_ID") : { name: "`idpId`", value: idpId };
    const file =
      idTokenFile === undefined
        ? variable("HUAWEICLOUD_SDK_ID_TOKEN_FILE")
        : { name: "the option `idTokenFile`", value: idTokenFile };
    if (idp.value === undefined && file.value === undefined) {
      throw notConfigured(source, `${idp.name} and ${file.name} are not set.`);
    }
    if (file.value === undefined)
      throw broken(source, `${file.name} is not set, and \`idTokenFile\` is not given.`);
    if (idp.value === undefined) throw broken(source, `${idp.name} is not set, and \`idpId\` is not given.`);
    const place = { path: file.value, name: file.name };
    const iam = iamOf(source, iamOptions);
    return federatedKey(source, { idpId: idp, file: place, iam, duration, projectId: undefined });
  });
}

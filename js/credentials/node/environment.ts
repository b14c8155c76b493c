// Keys from environment variables, with the names of the vendor's SDKs or of its Terraform provider.

import { ownOptions } from "./arguments.js";
import { type CheckedIamOptions, checkIamOptions, type IamOptions, iamOf } from "./endpoint.js";
import { broken, notConfigured } from "./error.js";
import { federatedKey, USUAL_DURATION } from "./federation.js";
import { type KeyParts, type KeySource, keyOf, type Part, type SourcedKey } from "./key.js";
import { memoized } from "./memo.js";
import { PROJECT_NAMES, variable } from "./variables.js";

/** A set of variable names. */
export type VariableNames = "HUAWEICLOUD_SDK" | "HW";

/** The options of {@link fromEnv}. The IAM options apply only to the variables of an identity provider. */
export interface FromEnvOptions extends IamOptions {
  /**
   * Which variables are read: `"HUAWEICLOUD_SDK"`, those of the vendor's SDKs; `"HW"`, those of its Terraform provider. Default:
   * both in this order; the first set with a value is used.
   */
  readonly names?: VariableNames | undefined;
}

type Read = (source: string, options: CheckedIamOptions) => Promise<SourcedKey | undefined>;

const READERS: Readonly<Record<VariableNames, Read>> = { HUAWEICLOUD_SDK: readSdk, HW: readTerraform };

/**
 * Keys from environment variables.
 *
 * - `HUAWEICLOUD_SDK_AK`, `HUAWEICLOUD_SDK_SK`, and optionally `HUAWEICLOUD_SDK_SECURITY_TOKEN` and
 *   `HUAWEICLOUD_SDK_PROJECT_ID`. If `HUAWEICLOUD_SDK_IDP_ID` and `HUAWEICLOUD_SDK_ID_TOKEN_FILE` are both set, they are used
 *   instead, and the source works like {@link fromIdToken}.
 * - `HW_ACCESS_KEY`, `HW_SECRET_KEY`, `HW_SECURITY_TOKEN`, `HW_PROJECT_ID`. Each name except that of the token may also start with
 *   `OS_` instead of `HW_`.
 *
 * The variables are read when keys are needed, and again after five minutes. An empty variable counts as not set. Fails as not
 * configured if neither the id nor the secret of a key is set. Fails as configured if only one of them is set, or if a value
 * contains a space or a line break.
 *
 * @example
 * ```ts
 * const client = createClient({ region: "cn-north-4", projectId, credentials: fromEnv() });
 * ```
 */
export function fromEnv(options?: FromEnvOptions): KeySource {
  const source = "fromEnv";
  const own = ownOptions(source, options, ["names", "region", "iamEndpoint", "timeout"]);
  const { names } = own;
  if (names !== undefined && (typeof names !== "string" || !Object.hasOwn(READERS, names))) {
    throw new TypeError(`${source}: expected \`names\` to be "HUAWEICLOUD_SDK" or "HW".`);
  }
  const iamOptions = checkIamOptions(source, own);
  const chosen = names === undefined ? Object.values(READERS) : [READERS[names]];
  return memoized(async () => {
    for (const read of chosen) {
      const key = await read(source, iamOptions);
      if (key !== undefined) return key;
    }
    const sdk = "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK";
    const terraform = "HW_ACCESS_KEY and HW_SECRET_KEY";
    const missing =
      names === undefined ? `neither ${sdk} nor ${terraform}` : names === "HW" ? terraform : sdk;
    const verb = names === undefined ? "are set" : "are not set";
    throw notConfigured(source, `${missing} ${verb}.`);
  });
}

async function readSdk(source: string, options: CheckedIamOptions): Promise<SourcedKey | undefined> {
  const idpId = variable("HUAWEICLOUD_SDK_IDP_ID");
  const file = variable("HUAWEICLOUD_SDK_ID_TOKEN_FILE");
  const projectId = variable("HUAWEICLOUD_SDK_PROJECT_ID");
  if (idpId.value !== undefined && file.value !== undefined) {
    return federatedKey(source, {
      idpId,
      file: { path: file.value, name: file.name },
      iam: iamOf(source, options),
      duration: USUAL_DURATION,
      projectId: projectId.value,
    });
  }
  const key = readPair(source, {
    accessKeyId: variable("HUAWEICLOUD_SDK_AK"),
    secretAccessKey: variable("HUAWEICLOUD_SDK_SK"),
    securityToken: variable("HUAWEICLOUD_SDK_SECURITY_TOKEN"),
    projectId,
  });
  const half = [idpId, file].find(({ value }) => value !== undefined);
  if (key === undefined && half !== undefined) {
    const other: Part = half === idpId ? file : idpId;
    throw broken(source, `${half.name} is set, but ${other.name} is not: set both.`);
  }
  return key;
}

async function readTerraform(source: string): Promise<SourcedKey | undefined> {
  return readPair(source, {
    accessKeyId: variable("HW_ACCESS_KEY", "OS_ACCESS_KEY"),
    secretAccessKey: variable("HW_SECRET_KEY", "OS_SECRET_KEY"),
    securityToken: variable("HW_SECURITY_TOKEN"),
    projectId: variable(...PROJECT_NAMES),
  });
}

/** The key; `undefined` if neither its id nor its secret is set. */
function readPair(source: string, parts: KeyParts): SourcedKey | undefined {
  const { accessKeyId, secretAccessKey } = parts;
  if (accessKeyId.value === undefined && secretAccessKey.value === undefined) return undefined;
  return keyOf(source, parts, " in the environment");
}

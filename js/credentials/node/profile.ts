// Keys from the profile file of the vendor's SDKs.

import { optionalText, ownOptions } from "./arguments.js";
import { type CheckedIamOptions, checkIamOptions, type IamOptions, iamOf } from "./endpoint.js";
import { broken, notConfigured } from "./error.js";
import { federatedKey, USUAL_DURATION } from "./federation.js";
import { type FilePlace, readText } from "./file.js";
import { usualPlace } from "./home.js";
import { readIni, sectionOf } from "./ini.js";
import { type KeySource, keyOf, type SourcedKey } from "./key.js";
import { memoized } from "./memo.js";
import { variable } from "./variables.js";

/** The options of {@link fromProfile}. The IAM options apply only to a profile with an identity provider. */
export interface FromProfileOptions extends IamOptions {
  /**
   * The name of the section, such as `"basic"`, `"global"` or `"basic-dev"`. The case matters only if several sections have
   * the same name in different cases. Default `"basic"`.
   */
  readonly profile?: string | undefined;
  /**
   * The path of the file. Default: the variable `HUAWEICLOUD_SDK_CREDENTIALS_FILE`, else `~/.huaweicloud/credentials`, on
   * Windows `%USERPROFILE%\.huaweicloud\credentials`.
   */
  readonly file?: string | undefined;
}

/**
 * Keys from the profile file of the vendor's SDKs.
 *
 * ```ini
 * [basic]
 * ak = …
 * sk = …
 * project_id = …
 * ```
 *
 * A section may also have `security_token`. Instead of the keys it may have `idp_id`, `id_token_file` and `iam_endpoint`: then
 * the source works like {@link fromIdToken}. A `%` in a value is a plain `%`, although the Python SDK needs it doubled.
 *
 * The file is read when keys are needed, and again after five minutes. Fails as not configured if there is no file at the
 * default place, or if it has no section `basic`. Fails as configured if a file or section that you named does not exist, if
 * the file cannot be read, or if the section has no `ak` or no `sk`.
 *
 * @example
 * ```ts
 * const credentials = fromProfile({ profile: "basic-dev" });
 * const { projectId } = await credentials();
 * ```
 */
export function fromProfile(options?: FromProfileOptions): KeySource {
  const source = "fromProfile";
  const own = ownOptions(source, options, ["profile", "file", "region", "iamEndpoint", "timeout"]);
  const profile = optionalText(source, "profile", own.profile);
  const file = optionalText(source, "file", own.file);
  const iamOptions = checkIamOptions(source, own);
  return memoized(() => readProfile(source, profile, placeOfFile(source, file), iamOptions));
}

function placeOfFile(source: string, file: string | undefined): FilePlace {
  if (file !== undefined) return { path: file, name: "the option `file`" };
  const { name, value } = variable("HUAWEICLOUD_SDK_CREDENTIALS_FILE");
  if (value !== undefined) return { path: value, name };
  return usualPlace(source, ".huaweicloud", "credentials");
}

async function readProfile(
  source: string,
  profile: string | undefined,
  place: FilePlace,
  iamOptions: CheckedIamOptions,
): Promise<SourcedKey> {
  const sections = readIni(await readText(source, place));
  if (typeof sections === "number") {
    throw broken(source, `line ${sections} of ${place.path} is not a section, a comment or \`key = value\`.`);
  }
  const name = profile ?? "basic";
  const section = sectionOf(sections, name);
  if (section === undefined) {
    const others = [...sections.keys()].map((other) => `[${other}]`).join(", ") || "none";
    const fail = profile === undefined && place.name === undefined ? notConfigured : broken;
    throw fail(source, `${place.path} has no section [${name}]; its sections: ${others}.`);
  }
  const part = (key: string) => ({ name: `\`${key}\``, value: section.get(key) });
  const file = section.get("id_token_file");
  const where = ` in section [${name}] of ${place.path}`;
  if (section.get("idp_id") && file) {
    const iamEndpoint = iamOptions.iamEndpoint ?? (section.get("iam_endpoint") || undefined);
    return federatedKey(source, {
      idpId: part("idp_id"),
      file: { path: file, name: `\`id_token_file\`${where}` },
      iam: iamOf(source, { ...iamOptions, iamEndpoint }),
      duration: USUAL_DURATION,
      projectId: section.get("project_id") || undefined,
    });
  }
  return keyOf(
    source,
    {
      accessKeyId: part("ak"),
      secretAccessKey: part("sk"),
      securityToken: part("security_token"),
      projectId: part("project_id"),
    },
    where,
  );
}

// Keys from the configuration file of KooCLI, the vendor's command line.

import { optionalText, ownOptions } from "./arguments.js";
import { broken, notConfigured } from "./error.js";
import { fieldOf, parsedJson } from "./field.js";
import { type FilePlace, readText } from "./file.js";
import { home, usualPlace } from "./home.js";
import { type KeySource, keyOf, type SourcedKey } from "./key.js";
import { memoized } from "./memo.js";
import { variable } from "./variables.js";

/** The options of {@link fromKooCli}. */
export interface FromKooCliOptions {
  /** The name of the profile. Default: the variable `HW_PROFILE`, else the profile that the file names as `current`. */
  readonly profile?: string | undefined;
  /**
   * The path of the file. Default: the variable `HW_SHARED_CONFIG_FILE`, else `~/.hcloud/config.json`, on Windows
   * `%USERPROFILE%\.hcloud\config.json`.
   */
  readonly file?: string | undefined;
}

/**
 * Keys that KooCLI (`hcloud`) has stored.
 *
 * KooCLI encrypts its keys since version 5.2.7, and then only KooCLI can read them. The source detects that and says so. To share
 * the keys, run `hcloud configure set --cli-auth-encrypt=false`. For this reason {@link fromDefaults} does not use this source.
 *
 * For a profile with mode `SSO` the keys of its session are used. A profile with mode `ecsAgency` has no keys: use
 * {@link fromEcsMetadata}. If a profile names an agency, the source does not assume it.
 *
 * The file is read when keys are needed, and again after five minutes. Fails as not configured if there is no file at the
 * default place. Fails as configured if a file that you named does not exist, if it cannot be read or has no such profile, or if
 * its keys are missing or encrypted.
 *
 * @example
 * ```ts
 * const client = createClient({ region: "cn-north-4", projectId, credentials: fromKooCli({ profile: "dev" }) });
 * ```
 */
export function fromKooCli(options?: FromKooCliOptions): KeySource {
  const source = "fromKooCli";
  const own = ownOptions(source, options, ["profile", "file"]);
  const profile = optionalText(source, "profile", own.profile);
  const file = optionalText(source, "file", own.file);
  return memoized(() =>
    readProfile(source, profile ?? variable("HW_PROFILE").value, placeOfFile(source, file)),
  );
}

function placeOfFile(source: string, file: string | undefined): FilePlace {
  if (file !== undefined) return { path: file, name: "the option `file`" };
  const { name, value } = variable("HW_SHARED_CONFIG_FILE");
  if (value === undefined) return usualPlace(source, ".hcloud", "config.json");
  if (!/^~[/\\]/.test(value)) return { path: value, name };
  const folder = home();
  if (folder !== undefined) return { path: folder + value.slice(1), name };
  throw broken(source, `${name} starts with ~, but there is no home directory.`);
}

async function readProfile(source: string, asked: string | undefined, place: FilePlace): Promise<SourcedKey> {
  const { path } = place;
  const config = parsedJson(await readText(source, place));
  const profiles = fieldOf(config, "profiles");
  if (!Array.isArray(profiles))
    throw broken(source, `${path} is not a configuration of KooCLI: it has no \`profiles\`.`);
  const name = asked ?? fieldOf(config, "current");
  const profile = profiles.find(
    (candidate) => typeof name === "string" && fieldOf(candidate, "name") === name,
  );
  if (profile === undefined) {
    const others = profiles
      .map((other) => fieldOf(other, "name"))
      .filter((other) => typeof other === "string");
    const fail =
      profiles.length === 0 && place.name === undefined && asked === undefined ? notConfigured : broken;
    const which = typeof name === "string" ? ` "${name}"` : "";
    throw fail(source, `${path} has no profile${which}; its profiles: ${others.join(", ") || "none"}.`);
  }
  const where = ` in profile "${name}" of ${path}`;
  const mode = fieldOf(profile, "mode");
  if (mode === "ecsAgency")
    throw broken(source, `mode ecsAgency${where} has no keys: use fromEcsMetadata().`);
  const holder = mode === "SSO" ? fieldOf(fieldOf(profile, "ssoAuth"), "stsToken") : profile;
  refuseEncrypted(source, fieldOf(holder, "accessKeyId"), where);
  const part = (key: string, record: unknown = holder) => ({
    name: `\`${key}\``,
    value: fieldOf(record, key),
  });
  return keyOf(
    source,
    {
      accessKeyId: part("accessKeyId"),
      secretAccessKey: part("secretAccessKey"),
      securityToken: part("securityToken"),
      projectId: part("projectId", profile),
    },
    where,
  );
}

/** The id of a key has 20 capital letters and digits. Encrypted text is longer or has other characters. */
function refuseEncrypted(source: string, accessKeyId: unknown, where: string): void {
  if (typeof accessKeyId !== "string" || /^[A-Z\d]{0,40}$/.test(accessKeyId)) return;
  throw broken(
    source,
    `\`accessKeyId\`${where} is encrypted, and only KooCLI can read it. Run \`hcloud configure set --cli-auth-encrypt=false\`, or use another source.`,
  );
}

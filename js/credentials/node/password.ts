// IAM tokens for a user name and password.

import { timeOf } from "./answer.js";
import { optionalText, optionalTextOrFunction, ownOptions } from "./arguments.js";
import { checkIamOptions, type IamOptions, iamOf, isRegion } from "./endpoint.js";
import { broken, notConfigured } from "./error.js";
import { fieldOf, parsedJson } from "./field.js";
import { tokenByPassword } from "./iam.js";
import type { TokenSource } from "./key.js";
import { Memo } from "./memo.js";
import { within } from "./patience.js";
import { PROJECT_NAMES, variable } from "./variables.js";

/** A secret, or a function that gives it. */
export type Secret = string | (() => string | Promise<string>);

/** The options of {@link fromPassword}. Options that are left out are read from the variables of Terraform's provider. */
export interface FromPasswordOptions extends IamOptions {
  /** The name of the IAM user, with {@link domainName} or {@link domainId}. Default: `HW_USER_NAME`, else `OS_USERNAME`. */
  readonly userName?: string | undefined;
  /** The id of the IAM user, instead of the name. Default: `HW_USER_ID`, else `OS_USER_ID`. */
  readonly userId?: string | undefined;
  /** The password of the user. Default: `HW_USER_PASSWORD`, else `OS_PASSWORD`. */
  readonly password?: Secret | undefined;
  /**
   * The name of the account. Default: `HW_DOMAIN_NAME`, else `OS_DOMAIN_NAME`, `OS_USER_DOMAIN_NAME` or `OS_PROJECT_DOMAIN_NAME`.
   */
  readonly domainName?: string | undefined;
  /** The id of the account. Default: `HW_DOMAIN_ID`, else `OS_DOMAIN_ID`, `OS_USER_DOMAIN_ID` or `OS_PROJECT_DOMAIN_ID`. */
  readonly domainId?: string | undefined;
  /** The id of the project that the token is for. Default: `HW_PROJECT_ID`, else `OS_PROJECT_ID`. */
  readonly projectId?: string | undefined;
  /**
   * The name of the project, used if there is no {@link projectId}. Default: `HW_PROJECT_NAME`, else `OS_PROJECT_NAME`, else
   * the region, because each region has a project with its name.
   */
  readonly projectName?: string | undefined;
  /** See {@link IamOptions.region}. Default: `HW_REGION_NAME`, else `OS_REGION_NAME`. */
  readonly region?: string | undefined;
  /**
   * The six digits of a virtual MFA device, usually from a function, because each code works once. Needs {@link userId}.
   * Default: none.
   */
  readonly passcode?: Secret | undefined;
}

type Field = "userName" | "userId" | "domainName" | "domainId" | "projectId" | "projectName" | "region";

const VARIABLES: Readonly<Record<Field, readonly [string, ...string[]]>> = {
  userName: ["HW_USER_NAME", "OS_USERNAME"],
  userId: ["HW_USER_ID", "OS_USER_ID"],
  domainName: ["HW_DOMAIN_NAME", "OS_DOMAIN_NAME", "OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME"],
  domainId: ["HW_DOMAIN_ID", "OS_DOMAIN_ID", "OS_USER_DOMAIN_ID", "OS_PROJECT_DOMAIN_ID"],
  projectId: PROJECT_NAMES,
  projectName: ["HW_PROJECT_NAME", "OS_PROJECT_NAME"],
  region: ["HW_REGION_NAME", "OS_REGION_NAME"],
};
const FIELDS = Object.keys(VARIABLES) as Field[];

/**
 * IAM tokens for a user name and password: a token function for the client's option `token`.
 *
 * One token serves all calls until five minutes before it expires, usually after 24 hours. A token that the service refuses
 * is discarded. If it refuses the same token for several calls, they share one renewal. The token is scoped to a project, as
 * SFS Turbo requires. A HUAWEI ID account cannot get tokens: create an IAM user.
 *
 * Fails as not configured if there is neither a user nor a password. Fails as configured if one of them, the account or the
 * project is missing, if a function of yours throws or does not give a string, or if IAM refuses. The message contains what
 * your function throws, in one line of at most 300 characters. A {@link CredentialsError} is passed on unchanged.
 *
 * @example
 * ```ts
 * const token = fromPassword({ userName: "ci", password, domainName: "my-account", region: "cn-north-4" });
 * const client = createClient({ region: "cn-north-4", projectId, token });
 * ```
 */
export function fromPassword(options?: FromPasswordOptions): TokenSource {
  const source = "fromPassword";
  const own = ownOptions(source, options, [...FIELDS, "password", "passcode", "iamEndpoint", "timeout"]);
  for (const name of FIELDS) optionalText(source, name, own[name]);
  const password = optionalTextOrFunction(source, "password", own.password);
  const passcode = optionalTextOrFunction(source, "passcode", own.passcode);
  const iamOptions = checkIamOptions(source, own);
  const memo = new Memo<string>(async () => {
    const read = (name: Field) => own[name] ?? variable(...VARIABLES[name]).value;
    const given = Object.fromEntries(FIELDS.map((name) => [name, read(name)])) as Given;
    if (given.region !== undefined && !isRegion(given.region)) {
      throw broken(
        source,
        `${variable(...VARIABLES.region).name} must be a region's id, such as "cn-north-4".`,
      );
    }
    const known = password ?? variable("HW_USER_PASSWORD", "OS_PASSWORD").value;
    const secret = await secretOf(source, "password", known);
    const secrets = { password: secret, passcode: await secretOf(source, "passcode", passcode, [secret]) };
    const body = bodyOf(source, given, secrets);
    const iam = iamOf(source, { ...iamOptions, region: given.region });
    const { token, body: answer } = await tokenByPassword(source, iam, body, [
      secrets.password,
      secrets.passcode,
    ]);
    const end = timeOf(fieldOf(fieldOf(parsedJson(answer), "token"), "expires_at"));
    return { value: token, end: end?.getTime() };
  });
  return async (context) => {
    memo.drop(fieldOf(context, "rejected"));
    return await memo.ask();
  };
}

type Given = { readonly [Name in Field]: string | undefined };

async function secretOf(
  source: string,
  name: string,
  secret: Secret | undefined,
  others: readonly (string | undefined)[] = [],
): Promise<string | undefined> {
  if (typeof secret !== "function") return secret;
  const given: unknown = await within(source, `\`${name}\``, secret, others);
  if (typeof given === "string" && given !== "") return given;
  throw broken(source, `\`${name}\` gave no string.`);
}

function bodyOf(
  source: string,
  { userName, userId, domainName, domainId, projectId, projectName, region }: Given,
  { password, passcode }: { password: string | undefined; passcode: string | undefined },
): unknown {
  if (userName === undefined && userId === undefined) {
    const reason = "there is no user: pass `userName` or `userId`, or set HW_USER_NAME or HW_USER_ID.";
    throw (password === undefined ? notConfigured : broken)(source, reason);
  }
  if (password === undefined) {
    throw broken(source, "there is no password: pass `password`, or set HW_USER_PASSWORD.");
  }
  const domain = domainName === undefined ? domainId && { id: domainId } : { name: domainName };
  if (userId === undefined && domain === undefined) {
    throw broken(source, "there is no account: pass `domainName` or `domainId`, or set HW_DOMAIN_NAME.");
  }
  const name = projectName ?? region;
  const project = projectId === undefined ? name && { name } : { id: projectId };
  if (project === undefined) {
    throw broken(
      source,
      "there is no project: pass `projectId`, `projectName` or `region`, or set HW_PROJECT_ID.",
    );
  }
  if (passcode !== undefined && userId === undefined) throw broken(source, "`passcode` needs `userId`.");
  const user = userId === undefined ? { name: userName, password, domain } : { id: userId, password };
  const totp = passcode === undefined ? {} : { totp: { user: { id: userId, passcode } } };
  const methods = passcode === undefined ? ["password"] : ["password", "totp"];
  return { auth: { identity: { methods, password: { user }, ...totp }, scope: { project } } };
}

// The URL of IAM, and the hosts that may be used without TLS.

import { milliseconds, optionalText } from "./arguments.js";
import { broken } from "./error.js";
import { variable } from "./variables.js";

/** The URL of IAM, and the timeout of a request to it. */
export interface IamOptions {
  /**
   * The id of the region, such as `"cn-north-4"`. IAM's URL is then `https://iam.cn-north-4.myhuaweicloud.com`. A token from a
   * region is valid only in that region. Default: none, which means `https://iam.myhuaweicloud.com`.
   */
  readonly region?: string | undefined;
  /**
   * The URL of IAM, for partner clouds. It replaces the URL of the {@link region}. Default: the variable
   * `HUAWEICLOUD_SDK_IAM_ENDPOINT`.
   *
   * It must be `https:`; `http:` is allowed only for this machine (`localhost`, `127.0.0.0/8`, `[::1]`).
   */
  readonly iamEndpoint?: string | undefined;
  /** Milliseconds for one request. Default 10 000; 1 to 2 147 483 647. */
  readonly timeout?: number | undefined;
}

export interface Iam {
  readonly url: (path: string) => URL;
  readonly timeout: number;
}

/** Checked {@link IamOptions}. */
export interface CheckedIamOptions {
  readonly region: string | undefined;
  readonly iamEndpoint: string | undefined;
  readonly timeout: number;
}

/** Checks the IAM options of a source. */
export function checkIamOptions(source: string, options: IamOptions): CheckedIamOptions {
  const region = optionalText(source, "region", options.region);
  if (region !== undefined && !isRegion(region)) {
    throw new TypeError(`${source}: expected \`region\` to be a region's id, such as "cn-north-4".`);
  }
  const iamEndpoint = optionalText(source, "iamEndpoint", options.iamEndpoint);
  const timeout = milliseconds(source, "timeout", options.timeout, 10_000);
  return { region, iamEndpoint, timeout };
}

/** Whether a text may be the id of a region: it becomes a part of a host name. */
export function isRegion(text: string): boolean {
  return /^[a-z\d]+(-[a-z\d]+)*$/.test(text);
}

/** IAM according to the options, else the variable, else the region. */
export function iamOf(source: string, options: CheckedIamOptions): Iam {
  const { region, iamEndpoint, timeout } = options;
  const { name, value: given } =
    iamEndpoint === undefined
      ? variable("HUAWEICLOUD_SDK_IAM_ENDPOINT")
      : { name: "iamEndpoint", value: iamEndpoint };
  const base = given ? checkedUrl(source, name, given, isLoopback, "this machine") : new URL(hostOf(region));
  return { timeout, url: (path) => new URL(base.origin + base.pathname.replace(/\/+$/, "") + path) };
}

function hostOf(region: string | undefined): string {
  if (region === undefined) return "https://iam.myhuaweicloud.com";
  return `https://iam.${region}.myhuaweicloud.${region.startsWith("eu-west-1") ? "eu" : "com"}`;
}

/**
 * A URL that is safe to use.
 *
 * @param name The option or variable that it comes from, for the message. The value is not shown: it may contain a password.
 * @param isNear Whether a host may be used over `http:`. `near` names these hosts.
 */
export function checkedUrl(
  source: string,
  name: string,
  value: string,
  isNear: (host: string) => boolean,
  near: string,
): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw broken(source, `${name} must be a URL that starts with https://.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw broken(source, `${name} must not contain a user name or a password.`);
  }
  if (!canDecode(url.pathname))
    throw broken(source, `${name} has a % in its path that is not a valid escape.`);
  if (url.protocol === "http:" && !isNear(url.hostname)) {
    throw broken(
      source,
      `${name} must start with https://; http:// is allowed for ${near} only, because it would send secrets unencrypted.`,
    );
  }
  return url;
}

/** Whether a path can be decoded. Signing needs that. */
function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether a host is this machine. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}

/** Whether only this machine's local network can reach an address. */
export function isLinkLocal(host: string): boolean {
  return isLoopback(host) || /^169\.254(\.\d+){2}$/.test(host) || /^\[fe[89ab][\da-f]:/.test(host);
}

/** Whether a host is a private address, or a name that only a private network has, such as that of a cluster. */
export function isPrivate(host: string): boolean {
  if (isLinkLocal(host) || /^\[f[cd][\da-f]{2}:/.test(host)) return true;
  if (/^(10|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))(\.\d+){2,3}$/.test(host))
    return true;
  return /^[\w-]+$/.test(host) || /\.(svc|local|internal)$/.test(host);
}

// Where IAM is, and which addresses may be asked without TLS.

import { milliseconds, optionalText } from "./arguments.js";
import { broken } from "./error.js";
import { variable } from "./variables.js";

/** Where IAM is, and how long it may take. */
export interface IamOptions {
  /**
   * The region's id, such as `"cn-north-4"`: IAM is then asked at `https://iam.cn-north-4.myhuaweicloud.com`. A token from a
   * region is valid in that region only. Default: none, so that IAM is asked at `https://iam.myhuaweicloud.com`.
   */
  readonly region?: string | undefined;
  /**
   * The URL of IAM, for partner clouds. Goes before {@link region}. Default: the variable `HUAWEICLOUD_SDK_IAM_ENDPOINT`.
   *
   * Must be `https:`; `http:` is allowed to this machine only (`localhost`, `127.0.0.0/8`, `[::1]`).
   */
  readonly iamEndpoint?: string | undefined;
  /** Milliseconds for one request. Default 10 000; 1 to 2 147 483 647. */
  readonly timeout?: number | undefined;
}

export interface Iam {
  readonly url: (path: string) => URL;
  readonly timeout: number;
}

/** {@link IamOptions} that fit. */
export interface CheckedIamOptions {
  readonly region: string | undefined;
  readonly iamEndpoint: string | undefined;
  readonly timeout: number;
}

/** Checks the options that every source has which asks IAM. */
export function checkIamOptions(source: string, options: IamOptions): CheckedIamOptions {
  const region = optionalText(source, "region", options.region);
  if (region !== undefined && !isRegion(region)) {
    throw new TypeError(`${source}: expected \`region\` to be a region's id, such as "cn-north-4".`);
  }
  const iamEndpoint = optionalText(source, "iamEndpoint", options.iamEndpoint);
  const timeout = milliseconds(source, "timeout", options.timeout, 10_000);
  return { region, iamEndpoint, timeout };
}

/** Whether a text may be a region's id: it becomes a part of a host's name. */
export function isRegion(text: string): boolean {
  return /^[a-z\d]+(-[a-z\d]+)*$/.test(text);
}

/** IAM as the options, else the variable, else the region say. */
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
 * A URL that may be asked.
 *
 * @param name The option or variable it is from, for the error. The value is not repeated: it may have a password.
 * @param isNear Whether a host may be asked over `http:`, and `near`, which hosts these are.
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
  if (!canDecode(url.pathname)) throw broken(source, `${name} has a % in its path that is not a valid escape.`);
  if (url.protocol === "http:" && !isNear(url.hostname)) {
    throw broken(
      source,
      `${name} must start with https://; http:// is allowed for ${near} only, because it would send secrets unencrypted.`,
    );
  }
  return url;
}

/** Whether a path can be decoded, as signing it needs. */
function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** This machine itself. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}

/** An address that only this machine's own network can reach. */
export function isLinkLocal(host: string): boolean {
  return isLoopback(host) || /^169\.254(\.\d+){2}$/.test(host) || /^\[fe[89ab][\da-f]:/.test(host);
}

/** An address or a name that only a private network, as that of a cluster, has. */
export function isPrivate(host: string): boolean {
  if (isLinkLocal(host) || /^\[f[cd][\da-f]{2}:/.test(host)) return true;
  if (/^(10|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))(\.\d+){2,3}$/.test(host))
    return true;
  return /^[\w-]+$/.test(host) || /\.(svc|local|internal)$/.test(host);
}

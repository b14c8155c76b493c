// The caller's additions to each request: headers, and options for fetch.

import { unpolluted } from "../core/pollution.js";

/** What is wrong with an option: its name and the problem. */
export type Problem = readonly [option: string, words: string];

/** Headers that the package sets itself, in lower case, with the hint for the error message. */
const OWN_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "the package sets it",
  "x-auth-token": "pass it as token",
  "x-sdk-date": "credentials set it",
  "x-security-token": "pass it as securityToken of credentials",
  "x-project-id": "credentials set it",
  "x-sdk-content-sha256": "credentials sign the body itself",
  host: "fetch sets it",
};

/** Options for `fetch` that the package sets itself. */
const OWN_FIELDS = ["method", "headers", "body", "signal", "redirect"];

/** Values of headers with such names are as secret as a token. */
const SECRET_NAME = /auth|cookie|key|secret|session|signature|token/i;

/** Headers to send, and their values that no error may show. */
export interface Headers {
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** Reads the option `headers`: an object, or a `Headers`. `signs`: requests are signed, which needs header `Authorization`. */
export function readHeaders(option: unknown, signs: boolean): Headers | Problem {
  const wrong = (words: string): Problem => ["headers", words];
  const headers: [string, string][] = [];
  try {
    if (typeof option !== "object" || option === null) return wrong("must be an object of strings");
    const forEach = unpolluted(option, "forEach");
    if (typeof forEach === "function" && !Array.isArray(option)) {
      (option as Map<string, string>).forEach((value, name) => void headers.push([name, value]));
    } else {
      headers.push(...(Object.entries(option) as [string, string][]));
    }
  } catch {
    return wrong("cannot be read: it throws an error");
  }
  for (const [name, value] of headers) {
    // A `Map` may have any key, also an object that cannot be made a string.
    if (typeof name !== "string") return wrong("must have only strings as names");
    const field = `headers.${name.slice(0, 64)}`;
    const lower = name.toLowerCase();
    const isOwn = Object.hasOwn(OWN_HEADERS, lower);
    if (isOwn) return [field, `must not be given: ${OWN_HEADERS[lower]}`];
    if (signs && lower === "authorization") return [field, "must not be given: credentials set it"];
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return [field, "is not a valid header name"];
    if (typeof value !== "string") return [field, "must be a string"];
    if (!/^$|^[!-~](?:[\t -~]*[!-~])?$/.test(value))
      return [field, "is not a valid header value: it must be ASCII"];
  }
  return {
    headers: Object.fromEntries(headers),
    secrets: headers.filter(([name]) => SECRET_NAME.test(name)).flatMap(([, value]) => partsOf(value)),
  };
}

/** A value and the secrets in it: after the scheme of `Authorization`, or after the name of a cookie. */
function partsOf(value: string): string[] {
  return [value, ...value.split(/[\s;,=]+/)];
}

/** Reads the option `fetchOptions`: its own fields, without those that are `undefined`. */
export function readFetchOptions(option: unknown): Readonly<Record<string, unknown>> | Problem {
  try {
    if (typeof option !== "object" || option === null || Array.isArray(option))
      return ["fetchOptions", "must be an object of options for fetch"];
    const fields = Object.entries(option).filter(([, value]) => value !== undefined);
    const own = fields.find(([name]) => OWN_FIELDS.includes(name));
    if (own !== undefined)
      return [`fetchOptions.${own[0].slice(0, 64)}`, "must not be given: the package sets it"];
    const options: Readonly<Record<string, unknown>> = Object.assign(
      Object.create(null),
      Object.fromEntries(fields),
    );
    const { credentials = "omit" } = options;
    if (!["omit", "same-origin", "include"].includes(credentials as string))
      return ["fetchOptions.credentials", "must be omit, same-origin or include"];
    return options;
  } catch {
    return ["fetchOptions", "cannot be read: it throws an error"];
  }
}

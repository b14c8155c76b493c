// A signer of SDK-HMAC-SHA256 for these tests, written from the vendor's pages on the algorithm, with Node's own crypto.
// @ts-check
import { createHash, createHmac } from "node:crypto";

const ALGORITHM = "SDK-HMAC-SHA256";

/**
 * @typedef {{ accessKeyId: string, secretAccessKey: string }} Credentials
 * @typedef {object} SignableRequest
 * @property {string} method
 * @property {string} host
 * @property {string} path as it is before its encoding
 * @property {[name: string, value: string][]} [query]
 * @property {Record<string, string>} headers
 * @property {string[]} signedHeaders
 * @property {string | Uint8Array<ArrayBuffer>} [body]
 * @typedef {Partial<SignableRequest> & { path: string, time?: number, sent?: Omit<RequestInit, "headers"> }} SigningOptions `time` is when it is
 *   signed, `sent` what of the init is another after that
 */

/** The time of a signature in the form of its header. @param {number} milliseconds */
export const dateOf = (milliseconds) =>
  `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** @param {string | Uint8Array} data */
export const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/** Letters, digits and `-._~` are kept; every UTF-8 byte of all other characters is escaped. @param {string} text */
export function encode(text) {
  const isKept = (/** @type {number} */ byte) => /[\w.~-]/.test(String.fromCharCode(byte));
  const escaped = (/** @type {number} */ byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`;
  return Array.from(Buffer.from(text), (byte) =>
    isKept(byte) ? String.fromCharCode(byte) : escaped(byte),
  ).join("");
}

/** @param {SignableRequest} request */
export function canonicalRequest({ method, host, path, query = [], headers, signedHeaders, body = "" }) {
  /** @type {Record<string, string>} */
  const sent = { host };
  for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = value;
  const names = signedHeaders.map((name) => name.toLowerCase()).sort();
  const parameters = query
    .map(([name, value]) => /** @type {const} */ ([encode(name), encode(value)]))
    .sort(byNameThenValue)
    .map((pair) => pair.join("="));
  const uri = path.split("/").map(encode).join("/");
  const lines = [method, uri.endsWith("/") ? uri : `${uri}/`, parameters.join("&")];
  for (const name of names) lines.push(`${name}:${sent[name]?.trim()}`);
  lines.push("", names.join(";"), sent["x-sdk-content-sha256"] ?? sha256(body));
  return lines.join("\n");
}

/**
 * The signature of a canonical request, in hexadecimal digits.
 * @param {string} canonical
 * @param {string} date
 * @param {string} secretAccessKey
 */
export function signatureOf(canonical, date, secretAccessKey) {
  const text = [ALGORITHM, date, sha256(canonical)].join("\n");
  return createHmac("sha256", secretAccessKey).update(text).digest("hex");
}

/**
 * The fetch arguments of a signed request. Values that are left out are those of a correct client.
 * @param {{ endpoint: string, credentials: Credentials }} emulator
 * @param {SigningOptions} request
 * @returns {[url: string, init: RequestInit & { headers: Record<string, string> & { Authorization: string } }]}
 */
export function signedRequest({ endpoint, credentials }, { time = Date.now(), sent = {}, ...request }) {
  const headers = { ...request.headers, "X-Sdk-Date": dateOf(time) };
  const full = {
    method: "GET",
    host: new URL(endpoint).host,
    signedHeaders: ["host", "x-sdk-date"],
    ...request,
    headers,
  };
  const { method, path, query = [], body } = full;
  const wire = query.map((pair) => pair.map(encode).join("=")).join("&");
  const url = `${endpoint}${path.split("/").map(encode).join("/")}${wire === "" ? "" : `?${wire}`}`;
  const authorization = authorizationOf(full, credentials);
  return [url, { method, body, headers: { ...headers, Authorization: authorization }, ...sent }];
}

/**
 * @param {SignableRequest & { headers: { "X-Sdk-Date": string } }} request
 * @param {Credentials} credentials
 */
function authorizationOf(request, { accessKeyId, secretAccessKey }) {
  const signature = signatureOf(canonicalRequest(request), request.headers["X-Sdk-Date"], secretAccessKey);
  const names = request.signedHeaders.map((name) => name.toLowerCase()).sort();
  return `${ALGORITHM} Access=${accessKeyId}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
}

/**
 * @param {readonly [name: string, value: string]} pair
 * @param {readonly [name: string, value: string]} other
 */
function byNameThenValue([name, value], [otherName, otherValue]) {
  const [one, other] = name === otherName ? [value, otherValue] : [name, otherName];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

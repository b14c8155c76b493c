// A signer of SDK-HMAC-SHA256 for these tests, written from the vendor's pages on the algorithm, with Node's own crypto.
import { createHash, createHmac } from "node:crypto";

const ALGORITHM = "SDK-HMAC-SHA256";

/** The time of a signature in the form of its header. */
export const dateOf = (milliseconds) =>
  `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

export const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/** Letters, digits and `-._~` are kept; every UTF-8 byte of all other characters is escaped. */
export function encode(text) {
  const isKept = (byte) => /[\w.~-]/.test(String.fromCharCode(byte));
  const escaped = (byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`;
  return Array.from(Buffer.from(text), (byte) =>
    isKept(byte) ? String.fromCharCode(byte) : escaped(byte),
  ).join("");
}

/**
 * The canonical request.
 * @param {{ method: string, host: string, path: string, query?: [string, string][], headers: Record<string, string>,
 *   signedHeaders: string[], body?: string | Uint8Array }} request `path` as it is before its encoding
 */
export function canonicalRequest({ method, host, path, query = [], headers, signedHeaders, body = "" }) {
  const sent = { host };
  for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = value;
  const names = signedHeaders.map((name) => name.toLowerCase()).sort();
  const parameters = query
    .map((pair) => pair.map(encode))
    .sort(byNameThenValue)
    .map((pair) => pair.join("="));
  const uri = path.split("/").map(encode).join("/");
  const lines = [method, uri.endsWith("/") ? uri : `${uri}/`, parameters.join("&")];
  for (const name of names) lines.push(`${name}:${sent[name].trim()}`);
  lines.push("", names.join(";"), sent["x-sdk-content-sha256"] ?? sha256(body));
  return lines.join("\n");
}

/** The signature of a canonical request, in hexadecimal digits. */
export function signatureOf(canonical, date, secretAccessKey) {
  const text = [ALGORITHM, date, sha256(canonical)].join("\n");
  return createHmac("sha256", secretAccessKey).update(text).digest("hex");
}

/**
 * The fetch arguments of a signed request. Values that are left out are those of a correct client.
 * @param {{ endpoint: string, credentials: { accessKeyId: string, secretAccessKey: string } }} emulator
 * @param {Partial<Parameters<typeof canonicalRequest>[0]> & { time?: number, sent?: object }} request `time` is when it is
 *   signed, `sent` what of the init is another after that
 * @returns {[string, RequestInit]}
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

function authorizationOf(request, { accessKeyId, secretAccessKey }) {
  const signature = signatureOf(canonicalRequest(request), request.headers["X-Sdk-Date"], secretAccessKey);
  const names = request.signedHeaders.map((name) => name.toLowerCase()).sort();
  return `${ALGORITHM} Access=${accessKeyId}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
}

function byNameThenValue([name, value], [otherName, otherValue]) {
  const [one, other] = name === otherName ? [value, otherValue] : [name, otherName];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

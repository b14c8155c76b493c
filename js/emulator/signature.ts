// Signatures with SDK-HMAC-SHA256: reads the signature of a request, and computes the expected one.
import { authenticate, hash, webCrypto } from "../credentials/hash.js";
import { canonicalRequest } from "./canonical-request.js";
import type { ArrivedRequest } from "./requests.js";

const ALGORITHM = "SDK-HMAC-SHA256";

/** The parts of a header `Authorization`. */
export interface Signature {
  readonly accessKeyId: string;
  /** Lower-case names, sorted. */
  readonly signedHeaders: readonly string[];
  /** In hexadecimal digits. */
  readonly value: string;
}

/** The expected signature of a request, and the canonical request that it signs. */
export interface ExpectedSignature {
  readonly canonicalRequest: string;
  readonly value: string;
}

/** Whether a request has a signature. An `Authorization` header of another kind may be for a proxy. */
export function isSigned(authorization: string | undefined): authorization is string {
  return authorization !== undefined && /^SDK-HMAC-SHA256(\s|$)/.test(authorization);
}

/** Reads a header `Authorization`; `undefined` if one of its three parts is missing. */
export function readSignature(authorization: string): Signature | undefined {
  const parts = /^\S+ +Access=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([^,\s]+)$/.exec(authorization);
  if (parts === null) return undefined;
  const [, accessKeyId = "", names = "", value = ""] = parts;
  return { accessKeyId, signedHeaders: names.toLowerCase().split(";").sort(), value };
}

/**
 * Signs a request that arrived.
 *
 * @throws TypeError if there is no WebCrypto
 */
export async function sign(
  arrived: ArrivedRequest,
  signedHeaders: readonly string[],
  secretAccessKey: string,
): Promise<ExpectedSignature> {
  const subtle = webCrypto();
  if (subtle === undefined)
    throw new TypeError(
      "A signature cannot be verified without WebCrypto, which a page has only over https or from localhost.",
    );
  const { headers } = arrived.record;
  const bodyHash = headers["x-sdk-content-sha256"] ?? (await hashBytes(subtle, arrived.bytes));
  const canonical = canonicalRequest(arrived, signedHeaders, bodyHash);
  const date = headers["x-sdk-date"] ?? "";
  const text = `${ALGORITHM}\n${date}\n${await hash(subtle, canonical)}`;
  return { canonicalRequest: canonical, value: await authenticate(subtle, secretAccessKey, text) };
}

/** Hashes bytes and not text, because a body may be binary. */
async function hashBytes(subtle: SubtleCrypto, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Authenticates requests: by the emulator's token, or by a signature with its access key.
import { type Answer, authenticationRefused, KEY_LOCKED } from "./answers.js";
import { createLock } from "./lock.js";
import type { ArrivedRequest } from "./requests.js";
import { type ExpectedSignature, isSigned, readSignature, type Signature, sign } from "./signature.js";
import { readSignatureTime, signatureTime } from "./time.js";

/** The access key of an emulator. A client accepts it as `credentials`. */
export interface EmulatorCredentials {
  /** The id of the key. */
  readonly accessKeyId: string;
  /** The secret that signs. */
  readonly secretAccessKey: string;
  /** Only for a temporary key: the value of header `X-Security-Token` in its requests. */
  readonly securityToken?: string;
}

/** The credentials that the gateway accepts, and its clock. */
export interface Known {
  readonly token: string;
  readonly credentials: EmulatorCredentials;
  readonly now: () => number;
}

export interface Admission {
  /** The answer that refuses a request; `undefined` if the request may pass. */
  check(arrived: ArrivedRequest): Promise<Answer | undefined>;
  reset(): void;
}

/** The maximum difference between the time of a signature and the gateway's time, in both directions. */
const TOLERANCE = 15 * 60_000;

const TOKEN_UNREADABLE = "decrypt token fail";
const SIGNATURE_WRONG = "verify aksk signature fail";

export function createAdmission({ token, credentials, now }: Known): Admission {
  const { accessKeyId, secretAccessKey, securityToken } = credentials;
  const lock = createLock();

  async function refusalOf(arrived: ArrivedRequest, authorization: string): Promise<string | undefined> {
    const signature = readSignature(authorization);
    if (signature === undefined) return SIGNATURE_WRONG;
    const expected = await sign(arrived, signature.signedHeaders, secretAccessKey);
    // No await from here on, so that requests sent at the same time are checked one after the other.
    const sentToken = arrived.record.headers["x-security-token"];
    // A temporary key is found by its token. Without the token the gateway does not know the key.
    const isFound = securityToken === undefined || sentToken !== undefined;
    if (signature.accessKeyId !== accessKeyId || !isFound) return `ak ${signature.accessKeyId} not exist`;
    const moment = now();
    if (lock.isLocked(moment)) return KEY_LOCKED;
    const reason =
      sentToken === securityToken ? mistakeOf(arrived, signature, expected, moment) : TOKEN_UNREADABLE;
    if (reason === undefined) lock.open();
    else lock.fail(moment);
    return reason;
  }

  return {
    async check(arrived) {
      const { headers, requestId } = arrived.record;
      const { authorization } = headers;
      let reason: string | undefined;
      if (isSigned(authorization)) reason = await refusalOf(arrived, authorization);
      else if (headers["x-auth-token"] !== token) reason = TOKEN_UNREADABLE;
      return reason === undefined ? undefined : authenticationRefused(reason, requestId);
    },
    reset: lock.open,
  };
}

/** What is wrong with a signature by a known key. */
function mistakeOf(
  { record }: ArrivedRequest,
  { signedHeaders, value }: Signature,
  expected: ExpectedSignature,
  moment: number,
): string | undefined {
  const date = record.headers["x-sdk-date"] ?? "";
  const time = readSignatureTime(date);
  if (Math.abs(moment - time) > TOLERANCE)
    return `calc aksk signature fail:signature expired, signature time:${date},server time:${signatureTime(moment)}`;
  if (!Number.isNaN(time) && signedHeaders.includes("x-sdk-date") && value === expected.value)
    return undefined;
  return `${SIGNATURE_WRONG}, canonicalRequest:${expected.canonicalRequest.replace(/\n/g, "|")}`;
}

// Whom the gateway lets pass: who sends its token, and who signs with its access key.
import { type Answer, authenticationRefused, KEY_LOCKED } from "./answers.js";
import { createLock } from "./lock.js";
import type { ArrivedRequest } from "./requests.js";
import { type ExpectedSignature, isSigned, readSignature, type Signature, sign } from "./signature.js";
import { readSignatureTime, signatureTime } from "./time.js";

/** The access key of an emulator. A client takes it as its `credentials`. */
export interface EmulatorCredentials {
  /** The key's id. */
  readonly accessKeyId: string;
  /** The secret that signs. */
  readonly secretAccessKey: string;
  /** Of a temporary key only: what its requests carry in `X-Security-Token`. */
  readonly securityToken?: string;
}

/** What the gateway knows. */
export interface Known {
  readonly token: string;
  readonly credentials: EmulatorCredentials;
  readonly now: () => number;
}

export interface Admission {
  /** What a request is refused with, or nothing where it may pass. */
  judge(arrived: ArrivedRequest): Promise<Answer | undefined>;
  reset(): void;
}

/** How far the time of a signature may be from the gateway's, to both sides. */
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
    // No pause from here on, so that of requests sent together each is judged by what came of those before it.
    const sentToken = arrived.record.headers["x-security-token"];
    // A temporary key is found by its token: without one the gateway does not know it.
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
    async judge(arrived) {
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

/** What is wrong with a signature by a key that is known. */
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

// The access key of one call: it signs the requests, and gives the headers of a signed request.

import { inheritNothing } from "../core/pollution.js";
import { isKeyProblem, type Key, type KeyFunction, readKey } from "../credentials/access-key.js";
import { authenticate, hash, signingKey, webCrypto } from "../credentials/hash.js";
import { type Hasher, nodeHasher } from "../credentials/node-hash.js";
import type { Memo } from "./memo.js";
import type { SignIn, Wait } from "./sign-in.js";
import { STOPPED, TIMED_OUT } from "./wait.js";

/** The SHA-256 of an empty body, which most requests have. */
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** How many secrets are removed from answers. Older ones, from a long wait, no longer come back in an answer. */
const MOST = 12;

/** The access key of one call. The secret never enters the core. */
export class AccessKeys implements SignIn {
  signed = "";
  sent: readonly string[] = [];
  private key: Key | undefined;
  private signedHeaders: Readonly<Record<string, string>> = {};
  private readonly give: KeyFunction | undefined;
  /** The correction of this machine's clock: when the core last got the time, and when the last request was signed. */
  private toldSkew = 0;
  private signedSkew = 0;

  /** @param credentials A checked key, or a function. */
  constructor(
    credentials: Key | KeyFunction,
    private readonly memo: Memo,
  ) {
    if (typeof credentials === "function") this.give = credentials;
    else this.use(credentials);
  }

  get kind(): number {
    return (this.give ? 3 : 2) + (this.key?.securityToken === undefined ? 0 : 8);
  }

  time(): Date {
    this.toldSkew = this.memo.skew;
    return new Date(Date.now() + this.toldSkew);
  }

  async ask(_refused: boolean, wait: Wait): Promise<string | symbol | undefined> {
    const { give } = this;
    // Called inside the executor, so that an exception becomes a rejection.
    const given = await wait(new Promise((resolve) => resolve(give?.())));
    if (given === TIMED_OUT || given === STOPPED) return given as symbol;
    const read = readKey(given);
    if (isKeyProblem(read)) return `function gave no access key: ${read.member} ${read.words}`;
    this.use(read);
    return undefined;
  }

  sign(signature: readonly string[], body: string): Promise<unknown> | string {
    const { key, toldSkew } = this;
    const hasher = nodeHasher() ?? this.webHasher();
    if (hasher === undefined || key === undefined) throw new Error("there is no WebCrypto (crypto.subtle)");
    const { accessKeyId, secretAccessKey, securityToken } = key;
    const [head = "", tail = "", text = "", before = "", middle = "", ...headers] = signature;
    const [date = "", time = "", project = "", id = ""] = headers;
    this.signedSkew = toldSkew;
    return then(body === "" ? EMPTY_HASH : hasher.hash(body), (bodyHash) => {
      this.signed = head + (securityToken ?? "") + tail + bodyHash;
      return then(hasher.hash(this.signed), (hash) =>
        then(hasher.authenticate(secretAccessKey, text + hash), (signed) => {
          // With the signature the request could be sent again for a quarter of an hour.
          this.keep([secretAccessKey, securityToken ?? "", signed]);
          this.signedHeaders = {
            [date]: time,
            [project]: id,
            ...(securityToken === undefined ? {} : { "X-Security-Token": securityToken }),
            Authorization: before + accessKeyId + middle + signed,
          };
          return signed;
        }),
      );
    });
  }

  headers(): Readonly<Record<string, string>> {
    return this.signedHeaders;
  }

  correct(milliseconds: number): void {
    this.memo.skew = this.signedSkew + milliseconds;
  }

  close(): void {}

  private webHasher(): Hasher | undefined {
    const subtle = webCrypto();
    if (subtle === undefined) return undefined;
    const { memo } = this;
    return {
      hash: (text) => hash(subtle, text),
      async authenticate(secret, text) {
        const key = memo.signingKey(secret) ?? (await signingKey(subtle, secret));
        const signed = await authenticate(subtle, key, text);
        // Only after it has signed: a replaced function may give anything.
        if (isHash(signed)) memo.keepSigningKey(secret, key);
        return signed;
      },
    };
  }

  private use(key: Key): void {
    this.key = key;
    this.keep([key.secretAccessKey, key.securityToken ?? ""]);
  }

  /** The secrets of earlier attempts are kept too. */
  private keep(secrets: readonly string[]): void {
    this.sent = [...new Set([...secrets, ...this.sent])].slice(0, MOST);
  }
}

inheritNothing(AccessKeys);

function isHash(text: string): boolean {
  return /^[\da-f]{64}$/.test(text);
}

/** Continues synchronously if there is no promise: waiting for one takes as long as signing. */
function then(
  value: string | Promise<string>,
  next: (value: string) => string | Promise<string>,
): string | Promise<string> {
  const checked = (hash: string) => {
    // A replaced function may give anything, and refused signatures lock the key.
    if (!isHash(hash)) throw new Error("the hash function of this runtime gave no hash");
    return next(hash);
  };
  return typeof value === "string" ? checked(value) : value.then(checked);
}

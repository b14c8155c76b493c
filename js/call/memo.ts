// Results that the calls of one client share, so that they are computed only once.

import { inheritNothing } from "../core/pollution.js";
import { tokenProblem } from "../credentials/token.js";
import { missing } from "./host.js";

/** One for each client, and one for each call without a client. */
export class Memo {
  /** Milliseconds that the service's clock is ahead of this machine's, according to the gateway. */
  skew = 0;
  private goodToken: unknown;
  private secret: string | undefined;
  private key: CryptoKey | undefined;
  private endpoint: unknown;
  private origin: unknown;
  private url = "";

  /** What is wrong with a token, if anything. It may have several thousand characters to check. */
  tokenProblem(token: unknown): string | undefined {
    if (token !== undefined && token === this.goodToken) return undefined;
    const problem = tokenProblem(token);
    if (problem === undefined) this.goodToken = token;
    return problem;
  }

  /** The signing key of a secret, if one has signed before: importing a key takes as long as signing. */
  signingKey(secret: string): CryptoKey | undefined {
    return secret === this.secret ? this.key : undefined;
  }

  /** Stores a key that has signed. */
  keepSigningKey(secret: string, key: CryptoKey): void {
    this.secret = secret;
    this.key = key;
  }

  /** The normal form of an endpoint, which may be a path on the page's origin; `""` if it is not a URL. */
  endpointUrl(endpoint: unknown, origin: string, operation: string): string {
    if (endpoint !== this.endpoint || origin !== this.origin) {
      this.url = typeof endpoint === "string" ? normalForm(endpoint, origin, operation) : "";
      this.endpoint = endpoint;
      this.origin = origin;
    }
    return this.url;
  }
}

inheritNothing(Memo);

function normalForm(endpoint: string, origin: string, operation: string): string {
  if (typeof URL !== "function") throw missing(operation, "URL");
  try {
    return `${new URL(endpoint, endpoint.startsWith("/") ? origin : undefined).href}`;
  } catch {
    return "";
  }
}

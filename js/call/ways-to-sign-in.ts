// The kinds of credentials: a token, an access key, or none, if a proxy adds the token.

import { inheritNothing } from "../core/pollution.js";
import { AccessKeys } from "./access-keys.js";
import type { HostOptions } from "./host-options.js";
import type { Memo } from "./memo.js";
import type { SignIn } from "./sign-in.js";
import { Tokens } from "./tokens.js";

/** The credentials of a call. If an option is wrong, they are never used. */
export function signInOf({ token, credentials, problem }: HostOptions, place: string, memo: Memo): SignIn {
  if (credentials !== undefined) return new AccessKeys(credentials, memo);
  if (token === null) return new Nothing();
  return new Tokens(problem === undefined || typeof token === "function" ? token : "", place, memo);
}

/** A proxy adds the token. */
class Nothing implements SignIn {
  readonly kind = 4;
  readonly sent = [];
  readonly signed = "";
  time(): undefined {}
  async ask(): Promise<undefined> {}
  sign(): void {}
  headers(): Record<string, string> {
    return {};
  }
  correct(): void {}
  close(): void {}
}

inheritNothing(Nothing);

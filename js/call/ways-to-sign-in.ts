// The ways to sign in: with a token, with an access key, or with nothing, where a proxy adds the token.

import { inheritNothing } from "../core/pollution.js";
import { AccessKeys } from "./access-keys.js";
import type { HostOptions } from "./host-options.js";
import type { Memo } from "./memo.js";
import type { SignIn } from "./sign-in.js";
import { Tokens } from "./tokens.js";

/** What signs a call in. Where an option is wrong, this is never asked. */
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

// The requests to IAM: a token for a password or for an identity provider's token, and temporary keys for either.

import { temporaryKeyOf } from "./answer.js";
import { refusal } from "./disclosure.js";
import type { Iam } from "./endpoint.js";
import { broken } from "./error.js";
import { type Answer, exchange, NoAnswer, placeOf, type Request } from "./exchange.js";
import { ownOf, type SourcedKey } from "./key.js";
import { sign } from "./signer.js";

const json = { "Content-Type": "application/json;charset=utf8" };

/** The body of the request, and what of it must not be told. */
interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What signs the request, if not a token in its headers signs in. */
  readonly key: SourcedKey | undefined;
  readonly secrets: readonly (string | undefined)[];
}

interface Posted {
  readonly answer: Answer;
  readonly place: string;
  /** The refusal in words, for an error. */
  readonly refused: () => string;
}

async function post(source: string, iam: Iam, { path, headers, body, key, secrets }: Post): Promise<Posted> {
  const url = iam.url(path);
  const request: Request = {
    method: "POST",
    url,
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
    timeout: iam.timeout,
    direct: false,
  };
  const signed = key === undefined ? undefined : sign(request, key, Date.now());
  const answer = await answered(
    source,
    signed === undefined ? request : { ...request, headers: signed.headers },
  );
  const place = placeOf(url);
  // Whoever has the signature can send the request once more for a quarter of an hour. The rest of header `Authorization` is
  // none: words of the gateway on a wrong signature have it.
  const all = signed === undefined ? secrets : [...secrets, signed.signature];
  return { answer, place, refused: () => `POST ${place} was refused: ${refusal(answer, all)}.` };
}

/** The answer, or the source's error where there is none. */
export async function answered(source: string, request: Request): Promise<Answer> {
  try {
    return await exchange(request);
  } catch (error) {
    if (error instanceof NoAnswer) throw broken(source, `${error.message}.`);
    throw error;
  }
}

/** The token that IAM answers with, in its header. */
function subjectToken(source: string, { answer, place, refused }: Posted, advice: string): string {
  if (answer.status !== 201) throw broken(source, `${refused()} ${advice}`);
  const token = answer.header("x-subject-token") ?? "";
  if (/^[!-~]+$/.test(token)) return token;
  throw broken(source, `the answer of ${place} has no header X-Subject-Token.`);
}

/** A token for a user's password, and the body of the answer, which tells the token's end. */
export async function tokenByPassword(
  source: string,
  iam: Iam,
  body: unknown,
  secrets: readonly (string | undefined)[],
): Promise<{ token: string; body: string }> {
  const posted = await post(source, iam, {
    path: "/v3/auth/tokens?nocatalog=true",
    headers: {},
    body,
    key: undefined,
    secrets,
  });
  const advice =
    "Check the user, the domain and the project; a HUAWEI ID account cannot get a token, an IAM user can.";
  return { token: subjectToken(source, posted, advice), body: posted.answer.body };
}

/** A token for the token of an identity provider. */
export async function tokenByIdToken(
  source: string,
  iam: Iam,
  idpId: string,
  idToken: string,
): Promise<string> {
  const posted = await post(source, iam, {
    path: "/v3.0/OS-AUTH/id-token/tokens",
    headers: { "X-Idp-Id": idpId },
    body: { auth: { id_token: { id: idToken } } },
    key: undefined,
    secrets: [idToken],
  });
  return subjectToken(
    source,
    posted,
    "Check the identity provider's id, its mapping, and that the token is not too old.",
  );
}

/** Who asks for temporary keys. `renew` gives another token instead of one that IAM refused. */
export type Asker =
  | { readonly by: "key"; readonly key: SourcedKey }
  | { readonly by: "token"; readonly token: string; readonly renew: (() => Promise<string>) | undefined };

/** Temporary keys for a token or a key. */
export async function temporaryKey(
  source: string,
  iam: Iam,
  asker: Asker,
  duration: number,
): Promise<SourcedKey> {
  const posted = await post(source, iam, {
    path: "/v3.0/OS-CREDENTIAL/securitytokens",
    ...(asker.by === "token"
      ? { headers: { "X-Auth-Token": asker.token }, key: undefined, secrets: [asker.token] }
      : {
          headers: {},
          key: asker.key,
          secrets: [asker.key.secretAccessKey, ownOf(asker.key, "securityToken")],
        }),
    body: { auth: { identity: { methods: ["token"], token: { duration_seconds: duration } } } },
  });
  const { answer, place, refused } = posted;
  if (answer.status === 201) return temporaryKeyOf(source, answer.body, place);
  if (answer.status === 401 && asker.by === "token" && asker.renew !== undefined) {
    const token = await asker.renew();
    return temporaryKey(source, iam, { by: "token", token, renew: undefined }, duration);
  }
  throw broken(source, refused());
}

// The requests to IAM: a token for a password or for an identity provider's token, and temporary keys for either.

import type { AccessKey } from "../../operations/options.js";
import { temporaryKeyOf } from "./answer.js";
import { refusal } from "./disclosure.js";
import type { Iam } from "./endpoint.js";
import { broken } from "./error.js";
import { type Answer, exchange, NoAnswer, placeOf, type Request } from "./exchange.js";
import type { SourcedKey } from "./key.js";
import { signedHeaders } from "./signer.js";

const json = { "Content-Type": "application/json;charset=utf8" };

/** The body of the request, and what of it must not be told. */
interface Post {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly key?: AccessKey;
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
  };
  const signed =
    key === undefined ? request : { ...request, headers: signedHeaders(request, key, Date.now()) };
  const answer = await answered(source, signed);
  const place = placeOf(url);
  return { answer, place, refused: () => `POST ${place} was refused: ${refusal(answer, secrets)}.` };
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
  const posted = await post(source, iam, { path: "/v3/auth/tokens?nocatalog=true", body, secrets });
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
  | { readonly key: AccessKey }
  | { readonly token: string; readonly renew?: () => Promise<string> };

/** Temporary keys for a token or a key. */
export async function temporaryKey(
  source: string,
  iam: Iam,
  asker: Asker,
  duration: number,
): Promise<SourcedKey> {
  const secrets = "token" in asker ? [asker.token] : [asker.key.secretAccessKey, asker.key.securityToken];
  const posted = await post(source, iam, {
    path: "/v3.0/OS-CREDENTIAL/securitytokens",
    ...("token" in asker ? { headers: { "X-Auth-Token": asker.token } } : { key: asker.key }),
    body: { auth: { identity: { methods: ["token"], token: { duration_seconds: duration } } } },
    secrets,
  });
  const { answer, place, refused } = posted;
  if (answer.status === 201) return temporaryKeyOf(source, answer.body, place);
  if (answer.status === 401 && "token" in asker && asker.renew !== undefined) {
    return temporaryKey(source, iam, { token: await asker.renew() }, duration);
  }
  throw broken(source, refused());
}

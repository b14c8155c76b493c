// The requests to IAM: a token for a password or for the token of an identity provider, and temporary keys for a token or key.

import { temporaryKeyOf } from "./answer.js";
import { refusal } from "./disclosure.js";
import type { Iam } from "./endpoint.js";
import { broken } from "./error.js";
import { type Answer, exchange, NoAnswer, placeOf, type Request } from "./exchange.js";
import { ownOf, type SourcedKey } from "./key.js";
import { sign } from "./signer.js";

const JSON_HEADERS = { "Content-Type": "application/json;charset=utf8" };

/** A request, and the secrets that its error must not contain. */
interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The key that signs the request; `undefined` if its headers have a token. */
  readonly key: SourcedKey | undefined;
  readonly secrets: readonly (string | undefined)[];
}

interface Posted {
  readonly answer: Answer;
  readonly place: string;
  /** The refusal as a sentence for an error. */
  readonly refused: () => string;
}

async function post(source: string, iam: Iam, { path, headers, body, key, secrets }: Post): Promise<Posted> {
  const url = iam.url(path);
  const request: Request = {
    method: "POST",
    url,
    headers: { ...JSON_HEADERS, ...headers },
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
  // With the signature the request could be sent again for a quarter of an hour. The rest of header `Authorization` is not a
  // secret: the gateway repeats it in its message about a wrong signature.
  const all = signed === undefined ? secrets : [...secrets, signed.signature];
  return { answer, place, refused: () => `POST ${place} was refused: ${refusal(answer, all)}.` };
}

/** The answer, or an error of the source if there is none. */
export async function answered(source: string, request: Request): Promise<Answer> {
  try {
    return await exchange(request);
  } catch (error) {
    if (error instanceof NoAnswer) throw broken(source, `${error.message}.`);
    throw error;
  }
}

/** The token in the header of IAM's answer. */
function subjectToken(source: string, { answer, place, refused }: Posted, advice: string): string {
  if (answer.status !== 201) throw broken(source, `${refused()} ${advice}`);
  const token = answer.header("x-subject-token") ?? "";
  if (/^[!-~]+$/.test(token)) return token;
  throw broken(source, `the answer of ${place} has no header X-Subject-Token.`);
}

/** A token for a user's password, and the body of the answer, which has the expiry of the token. */
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

/** The credentials for the request. `renew` gives another token if IAM refuses the first. */
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

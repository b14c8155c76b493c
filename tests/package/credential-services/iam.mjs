// An IAM that knows one user, one identity provider and one access key, and gives each token and key a number.
// @ts-check
import { createHash, createHmac } from "node:crypto";
import { json, keyBody, startServer } from "./server.mjs";

export const user = { name: "ci", id: "user-id", password: "correct horse", domain: "my-account" };
export const idToken = "id-token-0123456789";
export const permanent = { accessKeyId: "PERMANENTKEY", secretAccessKey: "permanent-secret-0123456789" };
const day = 86_400_000;

/**
 * @param {import("node:test").TestContext} t
 * @param {{ first?: (import("./server.mjs").Answer | undefined)[], padding?: string, tokenLife?: number }} [options] `first`:
 *   the first answers; `padding`: a text that makes tokens longer
 */
export async function startIam(t, { first = [], padding = "", tokenLife = day } = {}) {
  /** @type {Set<string>} */
  const tokens = new Set();
  let keys = 0;
  const giveToken = () => {
    const token = `token-${tokens.size + 1}${padding}`;
    tokens.add(token);
    const end = new Date(Date.now() + tokenLife).toISOString().replace("Z", "000Z");
    return json(201, { token: { expires_at: end } }, { "X-Subject-Token": token });
  };
  const server = await startServer(t, (seen) => {
    const scripted = first.shift();
    if (scripted !== undefined) return scripted;
    const { path, headers, body } = seen;
    const { auth } = JSON.parse(body);
    switch (path) {
      case "/v3/auth/tokens?nocatalog=true":
        if (auth.identity.password.user.password === user.password) return giveToken();
        return json(401, {
          error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" },
        });
      case "/v3.0/OS-AUTH/id-token/tokens":
        if (auth.id_token.id === idToken) return giveToken();
        return json(401, { error_code: "IAM.0011", error_msg: "The token of the provider is wrong." });
      case "/v3.0/OS-CREDENTIAL/securitytokens": {
        const token = String(headers["x-auth-token"] ?? "");
        if (!tokens.has(token) && !isSigned(seen)) {
          return json(401, { error: { code: 401, message: "Who are you?", title: "Unauthorized" } });
        }
        keys += 1;
        return json(201, keyBody(`${keys}`, Date.now() + auth.identity.token.duration_seconds * 1000));
      }
      default:
        return json(404, { error: { code: 404, message: "There is nothing.", title: "Not Found" } });
    }
  });
  /** Makes all tokens invalid that it has given. */
  const revoke = () => tokens.clear();
  const accept = (/** @type {string} */ token) => tokens.add(token);
  return { ...server, revoke, accept };
}

/** Computes the signature of a request from the bytes that arrived. @param {import("./server.mjs").Seen} seen */
function isSigned({ method, path, headers, body }) {
  const authorization = String(headers.authorization ?? "");
  const pattern = /^SDK-HMAC-SHA256 Access=(\w+), SignedHeaders=([\w;-]+), Signature=([\da-f]{64})$/;
  const [, access, names = "", signature] = pattern.exec(authorization) ?? [];
  if (access !== permanent.accessKeyId) return false;
  const lines = names.split(";").map((name) => `${name}:${headers[name]}\n`);
  const canonical = `${method}\n${path}/\n\n${lines.join("")}\n${names}\n${sha256(body)}`;
  const text = `SDK-HMAC-SHA256\n${headers["x-sdk-date"]}\n${sha256(canonical)}`;
  return createHmac("sha256", permanent.secretAccessKey).update(text).digest("hex") === signature;
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

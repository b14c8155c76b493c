// Signs a request to IAM with SDK-HMAC-SHA256.

import { createHash, createHmac } from "node:crypto";
import type { Request } from "./exchange.js";
import { ownOf, type SourcedKey } from "./key.js";

const ALGORITHM = "SDK-HMAC-SHA256";

/** The headers of a signed request, and the signature. */
export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly signature: string;
}

/** Signs a request. Its URL must have no query: no signed request to IAM has one. */
export function sign({ method, url, headers, body = "" }: Request, key: SourcedKey, now: number): Signed {
  const { accessKeyId, secretAccessKey } = key;
  const securityToken = ownOf(key, "securityToken");
  const date = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const sent: Record<string, string> = {
    ...headers,
    Host: url.host,
    "X-Sdk-Date": date,
    ...(securityToken === undefined ? {} : { "X-Security-Token": securityToken }),
  };
  const lines = Object.entries(sent)
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const names = lines.map(([name]) => name).join(";");
  const block = lines.map(([name, value]) => `${name}:${value}\n`).join("");
  const canonical = [method, canonicalPath(url), "", block, names, sha256(body)].join("\n");
  const text = [ALGORITHM, date, sha256(canonical)].join("\n");
  const signature = createHmac("sha256", secretAccessKey).update(text).digest("hex");
  const authorization = `${ALGORITHM} Access=${accessKeyId}, SignedHeaders=${names}, Signature=${signature}`;
  return { headers: { ...sent, Authorization: authorization }, signature };
}

/** The path with each segment encoded and a slash at the end. The path of the request itself does not get this slash. */
function canonicalPath({ pathname }: URL): string {
  const segments = pathname
    .split("/")
    .map((segment) =>
      encodeURIComponent(decodeURIComponent(segment)).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    );
  return segments.join("/").replace(/\/?$/, "/");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

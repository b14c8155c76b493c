// Signs a request to IAM: SDK-HMAC-SHA256, as the gateway computes it again.

import { createHash, createHmac } from "node:crypto";
import type { AccessKey } from "../../operations/options.js";
import type { Request } from "./exchange.js";

const algorithm = "SDK-HMAC-SHA256";

/** The headers of a request, and what its signature adds. The query must be empty: no request to IAM here has one. */
export function signedHeaders(
  { method, url, headers, body = "" }: Pick<Request, "method" | "url" | "headers" | "body">,
  { accessKeyId, secretAccessKey, securityToken }: AccessKey,
  now: number,
): Record<string, string> {
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
  const text = [algorithm, date, sha256(canonical)].join("\n");
  const signature = createHmac("sha256", secretAccessKey).update(text).digest("hex");
  const authorization = `${algorithm} Access=${accessKeyId}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...sent, Authorization: authorization };
}

/** The path with each segment encoded, and a slash at its end, which the path that is sent does not get. */
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

// Rebuilds the canonical request, which a signature signs, from the request that arrived.
import { decode, encode } from "./percent-encoding.js";
import type { ArrivedRequest } from "./requests.js";

/**
 * The lines on which both sides must agree.
 *
 * @param signedHeaders lower-case names, sorted
 */
export function canonicalRequest(
  { record, host }: ArrivedRequest,
  signedHeaders: readonly string[],
  bodyHash: string,
): string {
  const { method, path, query } = record;
  // A request in memory has no header `Host`: fetch adds it when it sends.
  const headers: Readonly<Record<string, string>> = { host, ...record.headers };
  const headerLines = signedHeaders.map((name) => `${name}:${headers[name] ?? ""}\n`);
  return [
    method,
    canonicalPath(path),
    canonicalQuery(query),
    headerLines.join(""),
    signedHeaders.join(";"),
    bodyHash,
  ].join("\n");
}

/** Only this form of the path has a slash at the end. */
function canonicalPath(path: string): string {
  const canonical = path.split("/").map(recode).join("/");
  return canonical.endsWith("/") ? canonical : `${canonical}/`;
}

/** Sorted by name, then by value. A plus sign does not mean a space here: the algorithm writes a space as `%20`. */
function canonicalQuery(query: string): string {
  return query
    .split("&")
    .filter((parameter) => parameter !== "")
    .map((parameter) => {
      const [name = "", ...value] = parameter.split("=");
      return { name: decode(name), value: decode(value.join("=")) };
    })
    .sort((one, other) => compare(one.name, other.name) || compare(one.value, other.value))
    .map(({ name, value }) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

function recode(text: string): string {
  return encode(decode(text));
}

/** Not with `localeCompare`, whose order depends on the machine. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

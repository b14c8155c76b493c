// The canonical request that a signature is made of, rebuilt from what arrived.
import { decode, encode } from "./percent-encoding.js";
import type { ArrivedRequest } from "./requests.js";

/**
 * The lines that both sides have to agree on.
 *
 * @param signedHeaders lower-case names, sorted
 */
export function canonicalRequest(
  { record, host }: ArrivedRequest,
  signedHeaders: readonly string[],
  bodyHash: string,
): string {
  const { method, path, query } = record;
  // In memory there is no header `Host`: a fetch adds it on its way out.
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

/** The slash at the end is there in this form only. */
function canonicalPath(path: string): string {
  const canonical = path.split("/").map(recode).join("/");
  return canonical.endsWith("/") ? canonical : `${canonical}/`;
}

/** Sorted by name, then by value. A plus sign is no blank here: the algorithm writes a blank as `%20`. */
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

/** Not by `localeCompare`, which sorts otherwise from machine to machine. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

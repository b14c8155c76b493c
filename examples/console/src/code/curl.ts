// A request with curl.
import type { Request } from "./call";
import { folded, quoted } from "./shell";

export function curl({ method, url, headers, body, isSigned }: Request): string {
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "x-auth-token");
  return folded([
    `curl --request ${method} --globoff ${quoted(url)}`,
    ...(isSigned ? ['--header "X-Auth-Token: $SFS_TURBO_TOKEN"'] : []),
    ...others.map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(body ? [`--data-raw ${quoted(body)}`] : []),
  ]);
}

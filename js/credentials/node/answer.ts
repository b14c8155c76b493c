// Reads keys and times from the answers of IAM, a metadata service or a pod identity service.

import { broken } from "./error.js";
import { fieldOf, parsedJson } from "./field.js";
import { keyOf, type SourcedKey } from "./key.js";

/**
 * The temporary key in an answer, with its expiry.
 *
 * IAM and the metadata service send it under `credential`, a pod identity service under `credential` or `credentials`, with
 * either set of names.
 *
 * @param place The service, for the error message.
 */
export function temporaryKeyOf(source: string, body: string, place: string): SourcedKey {
  const parsed = parsedJson(body);
  const record = fieldOf(parsed, "credential") ?? fieldOf(parsed, "credentials") ?? parsed;
  const part = (...names: string[]) => {
    const values = names.map((name) => fieldOf(record, name));
    const found = values.findIndex((value) => value !== undefined && value !== null && value !== "");
    return { name: `\`${names[Math.max(found, 0)]}\``, value: values[found] };
  };
  const where = ` in the answer of ${place}`;
  const key = keyOf(
    source,
    {
      accessKeyId: part("access", "accessKeyId"),
      secretAccessKey: part("secret", "secretAccessKey"),
      securityToken: part("securitytoken", "securityToken"),
      projectId: undefined,
    },
    where,
  );
  const end = part("expires_at", "expiration");
  const expiration = timeOf(end.value);
  if (expiration === undefined) throw broken(source, `${end.name}${where} is not a time.`);
  if (expiration.getTime() <= Date.now()) {
    throw broken(
      source,
      `the key${where} expired at ${expiration.toISOString()}: check the clock of this machine.`,
    );
  }
  return Object.freeze({ ...key, expiration });
}

/** Reads the vendor's times: ISO 8601 with microseconds; UTC if there is no zone. */
export function timeOf(value: unknown): Date | undefined {
  if (typeof value !== "string") return undefined;
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,3})?\d*(Z|[+-]\d\d:?\d\d)?$/.exec(value);
  if (match === null) return undefined;
  const [, day, time, fraction = "", zone = "Z"] = match;
  const date = new Date(`${day}T${time}${fraction}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

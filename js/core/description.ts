// What the core says of an operation, once: how its requests are sent, and how its answers are read.

import { separator } from "./border.js";
import { isPolluted } from "./pollution.js";

/** One field of a record. */
export interface Field {
  /** The service's name for it. */
  readonly wire: string;
  /** Its name here. */
  readonly name: string;
  /** Whether it is a string without which the record is none. */
  readonly required: boolean;
  /** Whether it is a time. */
  readonly time: boolean;
}

/** See `description` of src/border.rs. */
export interface Description {
  readonly method: string;
  readonly contentType: string;
  /** The header that carries the token, and the one of an answer that tells its request's id. */
  readonly tokenHeader: string;
  readonly requestIdHeader: string;
  /** Where an error body may say something besides at its top: in this object, and in the objects of this list. */
  readonly innerObject: string;
  readonly innerList: string;
  /** The fields in which it may do so. */
  readonly errorNames: readonly string[];
  /** Where a list of records stands in an answer; `""` where the answer itself is the record. */
  readonly list: string;
  /** The fields of a record; none if nothing is read of a good answer. */
  readonly fields: readonly Field[];
  /** Whether a stranger has given `Object.prototype` one of the names that an answer is read by, or made of. */
  polluted(): boolean;
}

/** Takes the core's text apart. */
export function readDescription(text: string): Description {
  const parts = text.split(separator);
  let at = 0;
  const next = () => parts[at++] ?? "";
  const rows = <Row>(count: number, read: () => Row): Row[] => Array.from({ length: count }, read);
  const description = {
    method: next(),
    contentType: next(),
    tokenHeader: next(),
    requestIdHeader: next(),
    innerObject: next(),
    innerList: next(),
    list: next(),
    errorNames: rows(Number(next()), next),
    fields: rows(Number(next()), () => readField(next(), next())),
  };
  const names = description.fields
    .flatMap(({ wire, name }) => [wire, name])
    .concat("requestId", "raw", "count", description.list);
  return { ...description, polluted: () => names.some(isPolluted) };
}

function readField(wire: string, mark: string): Field {
  const name = wire.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { wire, name, required: mark === "!", time: mark === "@" };
}

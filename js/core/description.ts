// The core's description of an operation, read once: how its requests are sent, and how its answers are read.

import { SEPARATOR } from "./border.js";
import { isPolluted } from "./pollution.js";

/** One field of a record. */
export interface Field {
  /** Its name in the service's JSON. */
  readonly wire: string;
  /** Its name in JavaScript. */
  readonly name: string;
  /** Whether it must be a string for the record to be valid. */
  readonly required: boolean;
  /** Whether it is a time. */
  readonly time: boolean;
}

/** See `description` of src/border.rs. */
export interface Description {
  readonly method: string;
  readonly contentType: string;
  /** The header that carries the token, and the header of an answer that has the request id. */
  readonly tokenHeader: string;
  readonly requestIdHeader: string;
  /** Places for error fields inside an error body: this object, and the objects of this list. */
  readonly innerObject: string;
  readonly innerList: string;
  /** The names of these error fields. */
  readonly errorNames: readonly string[];
  /** The name of the list of records in an answer; `""` if the answer itself is the record. */
  readonly list: string;
  /** The fields of a record; empty if nothing of a good answer is read. */
  readonly fields: readonly Field[];
  /** Whether `Object.prototype` is polluted with a name that answers are read by or built from. */
  polluted(): boolean;
}

/** Parses the core's text. */
export function readDescription(text: string): Description {
  const parts = text.split(SEPARATOR);
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

// Reads the options of a call exactly once: a getter may return something else the next time.

import { inheritNothing } from "../core/pollution.js";
import { invalidRequest } from "../errors/failure.js";
import { COMMON_OPTIONS, HOST_OPTIONS, placesOf } from "../operations/operation.js";
import { Memo } from "./memo.js";

/** The given options. Each value may be of any type. */
export interface Given {
  /** The values of `HOST_OPTIONS`, `COMMON_OPTIONS` and the operation's own options. */
  readonly values: readonly unknown[];
  /** The names of unknown options. */
  readonly unknown: readonly string[];
  readonly memo: Memo;
}

const TOKEN = HOST_OPTIONS.indexOf("token");
const CREDENTIALS = HOST_OPTIONS.indexOf("credentials");
const REGION = HOST_OPTIONS.length + COMMON_OPTIONS.indexOf("region");
const ENDPOINT = HOST_OPTIONS.length + COMMON_OPTIONS.indexOf("endpoint");

/** The maximum number of prototypes that are read: a proxy may have endlessly many. */
const DEEPEST = 64;

/** Reads the options of one function. */
export class Options {
  private readonly places: ReadonlyMap<string, number>;
  /** A value for each option. Holes in the array would call setters of a polluted `Array.prototype`. */
  private readonly none: readonly unknown[];
  /** The options that are objects with options. The names of these have a dot. */
  private readonly groups: readonly string[];

  /**
   * @param operation The name of the function, for messages.
   * @param own The names of its own options.
   */
  constructor(
    private readonly operation: string,
    private readonly own: readonly string[],
  ) {
    this.places = placesOf(own);
    this.none = Array.from(this.places, () => undefined);
    const members = own.filter((name) => name.includes("."));
    this.groups = [...new Set(members.map((name) => name.slice(0, name.indexOf("."))))];
  }

  /**
   * Reads the options of a call, and of its client if it has one.
   *
   * A region or endpoint of the call replaces the region or endpoint of the client. The same holds for token and credentials.
   * @throws A typed error if the options cannot be read.
   */
  read(options: unknown, defaults?: Given): Given {
    if (typeof options !== "object" || options === null) {
      const names = ["region", "projectId", ...this.own.slice(0, 3), "token"].join(", ");
      throw invalidRequest(this.operation, "options", `must be an object such as { ${names} }`);
    }
    const values = this.none.slice();
    const unknown = this.readInto(values, options as Readonly<Record<string, unknown>>, defaults, "");
    if (defaults === undefined) return { values, unknown, memo: new Memo() };
    const placed = values[REGION] !== undefined || values[ENDPOINT] !== undefined;
    const signedIn = values[TOKEN] !== undefined || values[CREDENTIALS] !== undefined;
    for (let place = 0; place < defaults.values.length; place += 1) {
      if (values[place] !== undefined) continue;
      if (placed && (place === REGION || place === ENDPOINT)) continue;
      if (signedIn && (place === TOKEN || place === CREDENTIALS)) continue;
      values[place] = defaults.values[place];
    }
    return { values, unknown: [...defaults.unknown, ...unknown], memo: defaults.memo };
  }

  /** @returns The unknown names. The core decides whether one of them is a misspelt option. */
  private readInto(
    values: unknown[],
    options: Readonly<Record<string, unknown>>,
    defaults: Given | undefined,
    prefix: string,
  ): string[] {
    const { places } = this;
    const unknown: string[] = [];
    // The name that is being read, for the error if a getter throws.
    let name = prefix.slice(0, -1) || "options";
    try {
      let level: object = options;
      for (let depth = 0; depth < DEEPEST; depth += 1) {
        for (const own of Object.getOwnPropertyNames(level)) {
          name = prefix + own;
          const place = places.get(name);
          if (place === undefined) {
            if (level === options) unknown.push(name);
          } else if (values[place] === undefined) {
            const value = options[own];
            // `null` counts as not given, except for the token: then a proxy adds it.
            values[place] = value === null && place !== TOKEN ? undefined : kept(value);
          }
        }
        const next: object | null = Object.getPrototypeOf(level);
        // The last one is `Object.prototype` of some realm, which may be polluted.
        if (next === null || Object.getPrototypeOf(next) === null) break;
        level = next;
      }
    } catch (cause) {
      const secrets = [...secretsOf(values), ...secretsOf(defaults?.values ?? [])];
      throw invalidRequest(this.operation, name, "cannot be read: its getter throws", cause, secrets);
    }
    for (const group of prefix === "" ? this.groups : []) {
      const members = values[places.get(group) ?? -1];
      if (typeof members !== "object" || members === null) continue;
      unknown.push(
        ...this.readInto(values, members as Readonly<Record<string, unknown>>, defaults, `${group}.`),
      );
    }
    // A row from the service may have both forms: `task_id`, and the `taskId` that somebody added.
    return unknown.filter((name) => values[places.get(camelCase(name)) ?? -1] === undefined);
  }
}

inheritNothing(Options);

/** The credentials that were read so far: the error of a getter may contain them. */
function secretsOf(values: readonly unknown[]): string[] {
  const secrets = [values[TOKEN]];
  try {
    const { secretAccessKey, securityToken } = Object(values[CREDENTIALS]);
    secrets.push(secretAccessKey, securityToken);
  } catch {
    // It cannot be read, so that no error contains it.
  }
  return secrets.filter((secret) => typeof secret === "string") as string[];
}

/** A copy of a date, because its owner may change it before it is used. */
function kept(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  try {
    if (Object.prototype.toString.call(value) !== "[object Date]") return value;
    const time = (value as Date).getTime();
    const copy = new Date(time);
    // If somebody has replaced the class, the copy may be anything.
    return copy.getTime() === time ? copy : value;
  } catch {
    return value;
  }
}

function camelCase(name: string): string {
  return name.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

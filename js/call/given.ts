// Takes the options of a call apart, once: a getter may give something else the next time.

import { inheritNothing } from "../core/pollution.js";
import { invalidRequest } from "../errors/failure.js";
import { commonOptions, hostOptions, placesOf } from "../operations/operation.js";
import { Memo } from "./memo.js";

/** Options as they were given: each value may be anything. */
export interface Given {
  /** The values of `hostOptions`, `commonOptions` and the operation's own options. */
  readonly values: readonly unknown[];
  /** The names of options that there are not. */
  readonly unknown: readonly string[];
  readonly memo: Memo;
}

const token = hostOptions.indexOf("token");
const credentials = hostOptions.indexOf("credentials");
const region = hostOptions.length + commonOptions.indexOf("region");
const endpoint = hostOptions.length + commonOptions.indexOf("endpoint");

/** So many levels of inheritance are looked at: a proxy may have no end of them. */
const deepest = 64;

/** Reads the options of one function. */
export class Options {
  private readonly places: ReadonlyMap<string, number>;
  /** A value for each place, which it has itself: a setter of a polluted `Array.prototype` is told of holes. */
  private readonly none: readonly unknown[];
  /** The options whose members are options, with a dot in their names. */
  private readonly groups: readonly string[];

  /**
   * @param operation The function's name, for sentences.
   * @param own The names of the options that only this function has.
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
   * A call's own region or endpoint replaces the client's, whichever of the two that is; and so does what it signs in with.
   * @throws A typed error if they cannot be read.
   */
  read(options: unknown, defaults?: Given): Given {
    if (typeof options !== "object" || options === null) {
      const names = ["region", "projectId", ...this.own.slice(0, 3), "token"].join(", ");
      throw invalidRequest(this.operation, "options", `must be an object such as { ${names} }`);
    }
    const values = this.none.slice();
    const unknown = this.readInto(values, options as Readonly<Record<string, unknown>>, defaults, "");
    if (defaults === undefined) return { values, unknown, memo: new Memo() };
    const placed = values[region] !== undefined || values[endpoint] !== undefined;
    const signedIn = values[token] !== undefined || values[credentials] !== undefined;
    for (let place = 0; place < defaults.values.length; place += 1) {
      if (values[place] !== undefined) continue;
      if (placed && (place === region || place === endpoint)) continue;
      if (signedIn && (place === token || place === credentials)) continue;
      values[place] = defaults.values[place];
    }
    return { values, unknown: [...defaults.unknown, ...unknown], memo: defaults.memo };
  }

  /** @returns The names that are no option's: the core knows whether one was meant. */
  private readInto(
    values: unknown[],
    options: Readonly<Record<string, unknown>>,
    defaults: Given | undefined,
    prefix: string,
  ): string[] {
    const { places } = this;
    const unknown: string[] = [];
    // The name of what is read, for the case that a getter throws.
    let name = "options";
    try {
      let level: object = options;
      for (let depth = 0; depth < deepest; depth += 1) {
        for (const own of Object.getOwnPropertyNames(level)) {
          name = prefix + own;
          const place = places.get(name);
          if (place === undefined) {
            if (level === options) unknown.push(name);
          } else if (values[place] === undefined) {
            const value = options[own];
            // `null` is as good as nothing, but for the token: a proxy adds it then.
            values[place] = value === null && place !== token ? undefined : kept(value);
          }
        }
        const next: object | null = Object.getPrototypeOf(level);
        // The last is `Object.prototype`, of whatever realm: another library may have let a stranger write to it.
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
    // A row as the service writes it may have both: `task_id`, and `taskId` from whoever spread it.
    return unknown.filter((name) => values[places.get(camelCase(name)) ?? -1] === undefined);
  }
}

inheritNothing(Options);

/** What signs in, as far as it was read: a getter may throw with it. */
function secretsOf(values: readonly unknown[]): string[] {
  const secrets = [values[token]];
  try {
    const { secretAccessKey, securityToken } = Object(values[credentials]);
    secrets.push(secretAccessKey, securityToken);
  } catch {
    // Then nobody has read it.
  }
  return secrets.filter((secret) => typeof secret === "string") as string[];
}

/** A date as it is now: its owner may change it before it is used. */
function kept(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  try {
    if (Object.prototype.toString.call(value) !== "[object Date]") return value;
    const time = (value as Date).getTime();
    const copy = new Date(time);
    // Somebody may have replaced the class, and what it makes may be anything.
    return copy.getTime() === time ? copy : value;
  } catch {
    return value;
  }
}

function camelCase(name: string): string {
  return name.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

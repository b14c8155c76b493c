// Checks the arguments of the sources, so that a mistake fails at its line. No message contains a value: it may be a secret.

const LONGEST_TIMER = 2 ** 31 - 1;

function expected(source: string, name: string, what: string): TypeError {
  return new TypeError(`${source}: expected \`${name}\` to be ${what}.`);
}

/** The caller's own options. Throws a TypeError for an unknown name. Inherited properties are ignored. */
export function ownOptions<Options extends object>(
  source: string,
  options: Options | undefined,
  known: readonly (keyof Options & string)[],
): Partial<Options> {
  if (options === undefined) return Object.create(null);
  if (typeof options !== "object" || options === null) throw expected(source, "options", "an object");
  for (const name of Object.keys(options)) {
    if ((known as readonly string[]).includes(name)) continue;
    throw new TypeError(`${source} has no option \`${name}\`; its names are ${known.join(", ")}.`);
  }
  return Object.assign(Object.create(null), options);
}

/** An optional string. */
export function optionalText(source: string, name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && value !== "") return value;
  throw expected(source, name, "a non-empty string");
}

/** Milliseconds that a timer can count. */
export function milliseconds(source: string, name: string, value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (isWhole(value, 1, LONGEST_TIMER)) return value;
  throw expected(source, name, `milliseconds, a whole number from 1 to ${LONGEST_TIMER}`);
}

/** The lifetime of temporary keys, within the limits of IAM. */
export function keySeconds(source: string, value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (isWhole(value, 900, 86_400)) return value;
  throw expected(source, "duration", "seconds, a whole number from 900 to 86400");
}

/** A function. */
export function checkFunction<Kind>(source: string, name: string, value: Kind): Kind {
  if (typeof value === "function") return value;
  throw expected(source, name, "a function");
}

/** An optional string, or a function that gives one. */
export function optionalTextOrFunction<Kind>(source: string, name: string, value: Kind): Kind {
  if (value === undefined || typeof value === "function" || (typeof value === "string" && value !== ""))
    return value;
  throw expected(source, name, "a non-empty string or a function that gives one");
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

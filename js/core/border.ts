// The border to the core: one text of fields in each direction. The other side is src/border.rs.

/** The separator between two fields: ASCII's unit separator. */
export const SEPARATOR = "\x1f";

/** Replaces a separator inside a field: another control character, which the core treats in the same way. */
const REPLACEMENT = "\x1e";

/** A text as one field. */
export function field(text: string): string {
  return text.includes(SEPARATOR) ? text.split(SEPARATOR).join(REPLACEMENT) : text;
}

/** A value of any type as one field: a letter for its type, and its content. */
export function valueField(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `s${field(value)}`;
    case "number":
      return Number.isSafeInteger(value) ? `n${value}` : "n";
    case "boolean":
      return value ? "t" : "f";
    case "function":
      return "c";
    case "object":
      return value === null ? "" : objectField(value);
    default:
      return value === undefined ? "" : "x";
  }
}

/** A date in the format of the service, which is UTC without a zone; for another object only its type. */
function objectField(value: object): string {
  try {
    if (Array.isArray(value)) return "a";
    // Not `instanceof`: a date may come from another realm.
    if (Object.prototype.toString.call(value) !== "[object Date]") return "o";
  } catch {
    // A proxy that throws, or that has been revoked.
    return "o";
  }
  try {
    return `d${/^\d{4}-.{14}/.exec((value as Date).toISOString())?.[0] ?? ""}`;
  } catch {
    // The date is not valid, or somebody has replaced its methods.
    return "d";
  }
}

/** Values as fields. */
export function valueFields(values: readonly unknown[]): string {
  let fields = "";
  for (const value of values) fields += `${SEPARATOR}${valueField(value)}`;
  // One test on all fields together is cheaper than one on each.
  return /\p{Surrogate}/u.test(fields) ? values.map(whole).join("") : fields;
}

/** A lone surrogate would become another character when the text is encoded. */
function whole(value: unknown): string {
  const broken = typeof value === "string" && /\p{Surrogate}/u.test(value);
  return SEPARATOR + (broken ? "b" : valueField(value));
}

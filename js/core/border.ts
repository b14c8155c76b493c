// The border to the core: what crosses is one text of fields each way. The other end is src/border.rs.

/** What stands between two fields: ASCII's unit separator. */
export const separator = "\x1f";

/** What a separator inside a field becomes: another control character, of which the core thinks the same. */
const instead = "\x1e";

/** A text as one field. */
export function field(text: string): string {
  return text.includes(separator) ? text.split(separator).join(instead) : text;
}

/** A value of any type as one field: a letter for its type, and what it is. */
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
      if (value === null) return "";
      return Array.isArray(value) ? "a" : dateField(value);
    default:
      return value === undefined ? "" : "x";
  }
}

/** A date as the service writes times, which is UTC without a zone; another object as no more than that. */
function dateField(value: object): string {
  try {
    // Not `instanceof`: a date of another realm is one as well.
    if (Object.prototype.toString.call(value) !== "[object Date]") return "o";
  } catch {
    // A proxy that lets nobody look.
    return "o";
  }
  try {
    return `d${/^\d{4}-.{14}/.exec((value as Date).toISOString())?.[0] ?? ""}`;
  } catch {
    // It is not valid, or somebody has replaced its methods.
    return "d";
  }
}

/** Values as fields. */
export function valueFields(values: readonly unknown[]): string {
  let fields = "";
  for (const value of values) fields += `${separator}${valueField(value)}`;
  // A look at all of them together is cheaper than one at each.
  return /\p{Surrogate}/u.test(fields) ? values.map(whole).join("") : fields;
}

/** Half of a character would become another one on the way. */
function whole(value: unknown): string {
  const broken = typeof value === "string" && /\p{Surrogate}/u.test(value);
  return separator + (broken ? "b" : valueField(value));
}

// The type of a flag in the table of commands. Parsing, help, completions and the manual are made from the table.

/** The type of a flag's text. */
export type FlagKind = "text" | "duration" | "count" | "port";

/** One flag. Without a `value` it is a switch. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** The placeholder for its value in help texts. */
  readonly value?: string;
  readonly kind?: FlagKind;
  /** The least milliseconds of a duration. */
  readonly least?: number;
  /** All values that it accepts. */
  readonly choices?: readonly string[];
  /** Values that completions offer, although others are accepted. */
  readonly known?: readonly string[];
  /** Whether its value is the path of a file. */
  readonly file?: true;
  /** Whether it may be given more than once. */
  readonly multiple?: true;
  /** The option of the package that the flag sets. Errors use the option's name. */
  readonly option?: string;
  /** The environment variable that can replace the flag. */
  readonly variable?: string;
  /** One or more sentences, without a full stop at the end. */
  readonly summary: string;
  /** The default, in words. */
  readonly otherwise?: string;
}

// What a flag is, as the table of commands has it: parsing, help, completions and the manual are made from this.

/** What a flag's text has to be. */
export type FlagKind = "text" | "duration" | "count" | "port";

/** One flag. Without a `value` it is a switch. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** What stands for its value in help texts. */
  readonly value?: string;
  readonly kind?: FlagKind;
  /** Milliseconds that a duration has at least. */
  readonly least?: number;
  /** All the values that it takes. */
  readonly choices?: readonly string[];
  /** Values that are offered by completions, although others are taken. */
  readonly known?: readonly string[];
  /** Whether its value is the path of a file. */
  readonly file?: true;
  /** Whether it may be given more than once. */
  readonly multiple?: true;
  /** The option of the package that it sets: errors call it by that name. */
  readonly option?: string;
  /** The environment variable that serves for it. */
  readonly variable?: string;
  /** One sentence or more, without a dot at the end. */
  readonly summary: string;
  /** What holds without it, in words. */
  readonly otherwise?: string;
}

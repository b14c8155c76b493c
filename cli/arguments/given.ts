// The values of a command line, read by the names of the table.

import type { Command } from "../table/command.js";
import { readDuration } from "./duration.js";

/** As `parseArgs` returns them. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export class Given {
  readonly command: Command;
  /** The argument of the command. */
  readonly argument: string | undefined;
  readonly #values: Values;

  constructor(command: Command, argument: string | undefined, values: Values) {
    this.command = command;
    this.argument = argument;
    this.#values = values;
  }

  /** Whether a switch is set. */
  is(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  }

  /** Milliseconds. The text was checked when the command line was read. */
  duration(name: string): number | undefined {
    return readDuration(this.text(name) ?? "");
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text);
  }
}

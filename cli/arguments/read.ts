// Reads a command line by the table of commands.

import type { ParseArgsConfig } from "node:util";
import { util } from "../node-util.js";
import type { Command } from "../table/command.js";
import { commands, program } from "../table/commands.js";
import type { Flag } from "../table/flag.js";
import { readDuration } from "./duration.js";
import { Given, type Values } from "./given.js";
import { nearest } from "./nearest.js";
import { UsageError } from "./usage-error.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

const all: readonly Flag[] = [
  ...new Map(commands.flatMap(({ flags }) => flags).map((flag) => [flag.name, flag])).values(),
];

/** The most milliseconds that a timer can count. */
const LONGEST = 2 ** 31 - 1;

/** Flags that need no command. */
const VERSION = "version";

/** The command and its values; `undefined` for an empty command line. */
export function readArguments(args: readonly string[]): Given | "version" | undefined {
  const { values, positionals } = parse(args);
  if (values[VERSION] === true) return VERSION;
  const [name, ...rest] = positionals;
  if (name === undefined) {
    const help = commands.find((command) => command.name === "help");
    return values.help === true && help ? new Given(help, undefined, {}) : undefined;
  }
  const command = findCommand(name);
  refuseStrange(command, values);
  if (values.help === true) return new Given(command, undefined, values);
  return new Given(command, readArgument(command, rest), values);
}

/** The command with this name; an error with the nearest name if there is none. */
export function findCommand(name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const names = commands.map((command) => command.name);
  const other = commands.find(({ alias }) => alias?.includes(name))?.name ?? nearest(name, names);
  throw new UsageError(`There is no command ${JSON.stringify(name)}.${meant(other)}`, "help");
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  const options: Options = { [VERSION]: { type: "boolean" } };
  for (const { name, short, value, multiple } of all) {
    options[name] = {
      type: value === undefined ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
      ...(multiple ? { multiple } : {}),
    };
  }
  try {
    return util.parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw refusal(error as Error & { code?: string }, args);
  }
}

/** Node's own message, with the flag that was probably meant. */
function refusal({ code, message }: Error & { code?: string }, args: readonly string[]): UsageError {
  // The first word may be a value. Then the help of all commands is the best advice.
  const command = commands.find(({ name }) => args.find((word) => !word.startsWith("-")) === name);
  const next = command ? `help ${command.name}` : "help";
  const [, unknown] = /^Unknown option '(-{1,2}[^']*)'/.exec(message) ?? [];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && unknown !== undefined) {
    const flags = command?.flags ?? all;
    const names = flags.map(({ name }) => name);
    const found = unknown.startsWith("--") ? nearest(unknown.slice(2), names) : undefined;
    return new UsageError(
      `There is no flag ${unknown}.${meant(found && `--${found}`)}${secret(unknown)}`,
      next,
    );
  }
  // Node's own sentences are good, except for the advice that follows the first one.
  const [sentence = ""] = message.split(/\. |\n/);
  const [, dash] = /starting with a dash use '([^']+)'/.exec(message) ?? [];
  const advice = dash === undefined ? "" : ` For a value that starts with a dash: ${dash}.`;
  return new UsageError(`${sentence.replace(/\.$/, "")}.${advice}`, next);
}

function meant(name: string | undefined): string {
  return name === undefined ? "" : ` Did you mean ${name}?`;
}

/** Why a flag that people expect does not exist. */
function secret(flag: string): string {
  if (!/^--(token|ak|sk|password|access-key|secret|secret-key|secret-access-key)$/.test(flag)) return "";
  return " No flag takes a secret, because every user of a machine can see flags: use --token-file, --token-stdin or the environment.";
}

/** Refuses flags of other commands, and values for flags that take none. */
function refuseStrange(command: Command, values: Values): void {
  const next = `help ${command.name}`;
  for (const name of Object.keys(values)) {
    const flag = command.flags.find((own) => own.name === name);
    if (flag === undefined) {
      const owners = commands.filter(({ flags }) => flags.some((own) => own.name === name));
      const names = owners.map((owner) => owner.name).join(", ");
      throw new UsageError(
        `\`${command.name}\` has no flag --${name}. These commands have it: ${names}.`,
        next,
      );
    }
    const given = values[name];
    for (const value of Array.isArray(given) ? given : [given]) {
      if (typeof value === "string") judge(flag, value, next);
    }
  }
}

function judge({ name, kind, choices, least = 0 }: Flag, value: string, next: string): void {
  const said = JSON.stringify(value);
  if (value === "") throw new UsageError(`--${name} is empty.`, next);
  if (choices && !choices.includes(value)) {
    throw new UsageError(
      `--${name} takes ${choices.join(", ")}, not ${said}.${meant(nearest(value, choices))}`,
      next,
    );
  }
  if (kind === "duration") {
    const milliseconds = readDuration(value);
    if (milliseconds === undefined) {
      throw new UsageError(`--${name} takes a duration such as 250ms, 5s, 30m or 2h, not ${said}.`, next);
    }
    if (milliseconds < least)
      throw new UsageError(`--${name} takes at least ${least}ms, not ${value}.`, next);
    if (milliseconds > LONGEST) throw new UsageError(`--${name} takes at most 24 days, not ${value}.`, next);
  }
  if (kind === "count" && !/^\d{1,10}$/.test(value)) {
    throw new UsageError(`--${name} takes a whole number, not ${said}.`, next);
  }
  if (kind === "port" && !(/^\d{1,5}$/.test(value) && Number(value) <= 65_535)) {
    throw new UsageError(`--${name} takes a number from 0 to 65535, not ${said}.`, next);
  }
}

function readArgument({ name, argument }: Command, rest: readonly string[]): string | undefined {
  const next = `help ${name}`;
  const [value, unexpected] = rest;
  if (argument === undefined || unexpected !== undefined) {
    const one = argument === undefined ? value : unexpected;
    if (one !== undefined) throw new UsageError(`\`${name}\` does not take ${JSON.stringify(one)}.`, next);
    return undefined;
  }
  if (value === undefined || value === "") {
    if (argument.optional && value === undefined) return undefined;
    const choices = argument.choices ? `: ${argument.choices.join(", ")}` : "";
    throw new UsageError(`\`${program} ${name}\` needs a ${argument.name}${choices}.`, next);
  }
  if (argument.choices && !argument.choices.includes(value)) {
    const found = nearest(value, argument.choices);
    throw new UsageError(
      `There is no ${argument.name} ${JSON.stringify(value)}. Use one of ${argument.choices.join(", ")}.${meant(found)}`,
      next,
    );
  }
  return value;
}

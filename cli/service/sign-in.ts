// The credentials: a token from a file, from standard input or from the environment; otherwise an access key of a source.

import type { KeySource } from "sfs-turbo-tasks/credentials";
import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";
import { readStream } from "./read-stream.js";
import { SignInError } from "./sign-in-error.js";

/** A token, or a function that returns one. */
export interface TokenSignIn {
  readonly way: "token";
  /** Where the credentials came from, in words. */
  readonly from: string;
  readonly token: string | (() => Promise<string>);
}

/** A source of access keys. */
export interface KeySignIn {
  readonly way: "access key";
  readonly from: string;
  readonly credentials: KeySource;
}

const FLAGS = ["token-file", "token-stdin", "profile"] as const;

/** Chooses the credentials. A source is called only when a request needs its key. */
export async function signIn(context: Context): Promise<TokenSignIn | KeySignIn> {
  const { given, env } = context;
  const [one, other] = FLAGS.filter((name) => given.is(name) || given.text(name) !== undefined);
  if (one && other) throw new UsageError(`--${one} and --${other} are two ways to sign in: use one of them.`);

  const file = given.text("token-file");
  // The file is read again at each use: a wait may last longer than a token, and another program renews the file.
  if (file !== undefined) {
    return { way: "token", from: `the file ${file}`, token: () => tokenOfFile(file, context.signal) };
  }
  if (given.is("token-stdin")) {
    const token = checkedToken(await readStandardInput(context.signal), "standard input");
    return { way: "token", from: "standard input", token };
  }
  const credentials = () => import("sfs-turbo-tasks/credentials");
  const profile = given.text("profile");
  if (profile !== undefined) {
    const { fromProfile } = await credentials();
    return { way: "access key", from: `profile [${profile}]`, credentials: fromProfile({ profile }) };
  }
  const token = env.SFS_TURBO_TOKEN;
  if (token) {
    const from = "the environment variable SFS_TURBO_TOKEN";
    return { way: "token", from, token: checkedToken(token, from) };
  }
  const { fromDefaults } = await credentials();
  return { way: "access key", from: "the vendor's sources", credentials: fromDefaults() };
}

async function tokenOfFile(path: string, signal: AbortSignal): Promise<string> {
  const { readText } = await import("./waiting-file.js");
  const text = await readText(path, signal).catch((error: NodeJS.ErrnoException) => {
    signal.throwIfAborted();
    throw new SignInError(`the file ${path} of --token-file cannot be read: ${error.code}`);
  });
  return checkedToken(text, `the file ${path} of --token-file`);
}

/** Never repeats the refused text. */
function checkedToken(text: string, from: string): string {
  const token = text.replace(/^\ufeff/, "").trim();
  if (token === "") throw new SignInError(`There is no token in ${from}.`);
  if (!/^[!-~]+$/.test(token)) {
    throw new SignInError(
      `The text in ${from} is not a token: a token is one line of visible ASCII characters.`,
    );
  }
  return token;
}

async function readStandardInput(signal: AbortSignal): Promise<string> {
  if (process.stdin.isTTY) {
    throw new UsageError(
      "--token-stdin reads the token from a pipe, not from a terminal, which would show it.",
    );
  }
  return readStream(process.stdin, signal);
}

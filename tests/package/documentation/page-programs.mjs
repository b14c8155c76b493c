// The programs of the pages that a test has run, so none is left out.
// @ts-check
import assert from "node:assert/strict";
import { pagePrograms } from "./programs.mjs";

/** The programs that sign in, each in one way. */
export const SIGN_IN = [
  "README.md, With a token 1",
  "README.md, With a token 2",
  "README.md, With an access key 1",
  "README.md, With an access key 2",
  "README.md, With a proxy that signs in 1",
  "docs/credentials.md, Keys and tokens 1",
  "docs/credentials.md, Getting a token 1",
  "docs/proxies.md, A proxy on your own origin 1",
];

/** The names of the programs that this process has run. @type {Set<string>} */
export const ran = new Set();

/** A program to run. @param {string} name */
export function program(name) {
  const found = pagePrograms().find((candidate) => candidate.name === name);
  assert.ok(found, name);
  ran.add(name);
  return found;
}

// Sets up the program `script` of util-linux, with which the tests give the command line a terminal.
// @ts-check
import { Failure, run } from "../run.mjs";
import { aptPrefix, installWithApt } from "./apt.mjs";
import { step } from "./step.mjs";

const WHAT_TO_INSTALL = [
  "What to install:",
  "Debian and Ubuntu: apt-get install bsdutils",
  "Fedora:  dnf install util-linux-script",
  "Alpine:  apk add util-linux-misc",
  "macOS:   brew install util-linux, and its bin folder first in PATH",
  "Windows: run the tests inside WSL, and install there",
].join("\n  ");

/** @throws {Failure} saying what to install, if it is missing and cannot be installed */
export async function setUpTerminal() {
  if (await works()) return;
  const prefix = await aptPrefix();
  if (prefix) await step("installing bsdutils", "5 to 30 s", () => installWithApt(prefix, ["bsdutils"]));
  if (await works()) return;
  throw new Failure(
    `The tests of the command line need the program \`script\` of util-linux. ${WHAT_TO_INSTALL}`,
  );
}

async function works() {
  const answer = await run("script", ["--version"], { output: "capture" }).catch(() => undefined);
  return answer?.code === 0 && answer.output.includes("util-linux");
}

// The released files are the committed files.
// @ts-check
import { Failure, mustRun } from "../run.mjs";

export async function checkTree() {
  const { stdout: status } = await mustRun("git", ["status", "--porcelain"], { output: "capture" });
  if (status !== "") throw new Failure(`commit or remove these first:\n${status.trimEnd()}`);
  const { stdout: commit } = await mustRun("git", ["rev-parse", "--short", "HEAD"], { output: "capture" });
  return commit.trim();
}

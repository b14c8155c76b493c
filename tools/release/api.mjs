// The report of the public API belongs to this build.
// @ts-check
import { mustRun } from "../run.mjs";

export async function checkApi() {
  await mustRun(process.execPath, ["--test", "tests/package/api.test.mjs"], { output: "capture" });
  return "";
}

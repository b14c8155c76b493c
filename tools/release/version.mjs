// The version to release, and the previous one.
// @ts-check
import { readFile } from "node:fs/promises";
import { root, run } from "../run.mjs";

/** @returns {Promise<{ version: string, tag: string }>} */
export async function readVersion() {
  const { version } = JSON.parse(await readFile(`${root}package.json`, "utf8"));
  return { version, tag: `v${version}` };
}

/** @returns {Promise<string | undefined>} the newest tag of another version; nothing before the first release */
export async function previousTag() {
  const { tag } = await readVersion();
  const args = ["tag", "--list", "v[0-9]*", "--merged", "HEAD", "--sort", "-version:refname"];
  const { stdout } = await run("git", args, { output: "capture" });
  return stdout.split("\n").find((name) => name !== "" && name !== tag);
}

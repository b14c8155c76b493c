// The version is the same in all files, and equals the released tag if there is one.
// @ts-check
import { readFile } from "node:fs/promises";
import { Failure, root } from "../run.mjs";
import { readVersion } from "./version.mjs";

export async function checkVersions() {
  const { version, tag } = await readVersion();
  const lock = JSON.parse(await readFile(`${root}package-lock.json`, "utf8"));
  const cargo = /^version = "(.+)"$/m.exec(await readFile(`${root}Cargo.toml`, "utf8"))?.[1];
  const { GITHUB_REF_TYPE, GITHUB_REF_NAME } = process.env;
  const written = {
    "package-lock.json": lock.version,
    "Cargo.toml": cargo,
    ...(GITHUB_REF_TYPE === "tag" && { "the tag": GITHUB_REF_NAME?.replace(/^v/, "") }),
  };
  const others = Object.entries(written).filter(([, other]) => other !== version);
  if (others.length > 0) {
    const list = others.map(([place, other]) => `${place} has ${other}`).join(", ");
    throw new Failure(`package.json has ${version}, and ${list}`);
  }
  return `${version}, to be tagged ${tag}`;
}

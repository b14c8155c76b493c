// The fields of package.json that only the owner can fill in: the addresses of the repository, the home page and the issues. npm
// shows them, and refuses provenance if `repository` differs from the workflow's.
// @ts-check
import { readFile } from "node:fs/promises";
import { Failure, root } from "../run.mjs";

/** The form of each field. */
const FIELDS = {
  repository: '"repository": { "type": "git", "url": "git+https://github.com/OWNER/NAME.git" }',
  homepage: '"homepage": "https://github.com/OWNER/NAME#readme"',
  bugs: '"bugs": { "url": "https://github.com/OWNER/NAME/issues" }',
};

export async function checkOwner() {
  const manifest = JSON.parse(await readFile(`${root}package.json`, "utf8"));
  const missing = Object.entries(FIELDS).filter(([name]) => manifest[name] === undefined);
  if (missing.length > 0) {
    const lines = missing.map(([, line]) => `  ${line},`);
    throw new Failure(`put into package.json, after "license", with your own names:\n${lines.join("\n")}`);
  }
  const { GITHUB_REPOSITORY: own } = process.env;
  const { url = manifest.repository } = manifest.repository;
  if (own && !String(url).includes(own)) {
    throw new Failure(`"repository" of package.json is ${url}, and this workflow runs in ${own}`);
  }
  return String(url);
}

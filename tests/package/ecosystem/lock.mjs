// `node tests/package/ecosystem/lock.mjs`: writes the one lock file of all projects, a line for each package. It contains only
// what npm reads to install: no licences, no addresses.
// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mustRun } from "../program.mjs";

const projects = fileURLToPath(new URL("projects/", import.meta.url));
const file = `${projects}package-lock.json`;

/** Fields for people, or fields that are known after a package is installed. */
const UNREAD = ["license", "funding", "deprecated", "hasInstallScript"];

const quiet = ["--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"];
// Without addresses, since each machine has its own registry.
await mustRun("npm", ["install", ...quiet, "--omit-lockfile-registry-resolved"], { cwd: projects });

const { packages, ...head } = JSON.parse(readFileSync(file, "utf8"));
const lines = Object.entries(packages).map(([path, entry]) => {
  const read = Object.entries(entry).filter(([field]) => !UNREAD.includes(field));
  return `${JSON.stringify(path)}:${JSON.stringify(Object.fromEntries(read))}`;
});
writeFileSync(file, `${JSON.stringify(head).slice(0, -1)},"packages":{\n${lines.join(",\n")}\n}}\n`);

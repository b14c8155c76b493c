// Sets up nginx, for the tests of the configuration in examples/proxy: found, or otherwise extracted from Debian's package.
// @ts-check
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure, mustRun, root, run } from "../run.mjs";
import { aptPrefix } from "./apt.mjs";
import { findPrograms } from "./program.mjs";
import { step } from "./step.mjs";

// Extracted and not installed: Debian's package would start a public server on port 80.
const FOLDER = join(root, "target/tools/nginx");

// Debian installs it in a folder that is not in the PATH of most users.
const USUAL_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin", join(FOLDER, "usr/sbin")];

const WHAT_TO_INSTALL = [
  "What to install:",
  "Debian and Ubuntu: apt-get install nginx",
  "Fedora:  dnf install nginx",
  "Arch:    pacman -S nginx",
  "Alpine:  apk add nginx",
  "macOS:   brew install nginx",
  "Windows: run the tests inside WSL, and install there",
  "or name the program with the environment variable NGINX.",
].join("\n  ");

/**
 * @returns {Promise<string>} the program
 * @throws {Failure} saying what to install, if there is no nginx and none can be fetched
 */
export async function setUpNginx() {
  const named = process.env.NGINX;
  if (named) {
    if (await works(named)) return named;
    throw new Failure(`NGINX is ${named}, which is not a program that tells its version.`);
  }
  const found = await find();
  if (found) return found;
  try {
    await step("taking nginx out of Debian's package", "5 to 30 s", takeOut);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`The tests need nginx. ${error.message}\n${WHAT_TO_INSTALL}`);
  }
  const taken = await find();
  if (taken) return taken;
  throw new Failure(
    `The tests need nginx, and that of Debian's package does not run here. ${WHAT_TO_INSTALL}`,
  );
}

async function takeOut() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  // The program is in the first package; in older releases, where that is empty, in the second.
  for (const name of ["nginx", "nginx-core"]) {
    await download(name);
    const file = readdirSync(FOLDER).find((entry) => entry.startsWith(`${name}_`)) ?? name;
    await mustRun("dpkg-deb", ["--extract", join(FOLDER, file), FOLDER], { output: "capture" });
    if (await find()) return;
  }
}

/** @param {string} name */
async function download(name) {
  const args = ["download", name];
  const { code } = await run("apt-get", args, { cwd: FOLDER, output: "capture" });
  if (code === 0) return;
  // A new container has no package lists, and an old one has lists with versions that no longer exist.
  const prefix = await aptPrefix();
  if (prefix) {
    const [command = "apt-get", ...rest] = [...prefix, "apt-get", "update"];
    await run(command, rest, { output: "capture" });
  }
  await mustRun("apt-get", args, { cwd: FOLDER, output: "capture" });
}

async function find() {
  for (const program of findPrograms(["nginx"], USUAL_FOLDERS)) if (await works(program)) return program;
  return undefined;
}

/** @param {string} program */
async function works(program) {
  const answer = await run(program, ["-v"], { output: "capture" }).catch(() => undefined);
  return answer?.code === 0;
}

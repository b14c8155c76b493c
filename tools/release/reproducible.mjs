// Two fresh clones in two folders, with names of different lengths, give the same tarball, byte for byte in each file.
// @ts-check
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { Failure, mustRun, root } from "../run.mjs";
import { rustTools } from "../set-up.mjs";

export async function checkReproducible() {
  const scratch = mkdtempSync(join(tmpdir(), "reproducible-"));
  try {
    // One after the other: each build uses all cores.
    const one = await buildIn(join(scratch, "one"));
    const other = await buildIn(join(scratch, "another folder", "of-a-longer-name"));
    return compared(one, other);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {ReadonlyMap<string, string>} one the files of a tarball, with their digests
 * @param {ReadonlyMap<string, string>} other
 * @throws {Failure} naming the files that differ
 */
export function compared(one, other) {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  const different = names.filter((name) => one.get(name) !== other.get(name));
  if (different.length > 0) throw new Failure(`two builds of one commit differ in ${different.join(", ")}`);
  return `${names.length} files, the same from two clones`;
}

/** @param {string} folder @returns {Promise<Map<string, string>>} */
async function buildIn(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  // `--no-local`, so only committed files are copied.
  await mustRun("git", ["clone", "--quiet", "--no-local", root, folder], { output: "capture" });
  await copyTools(folder);
  const quiet = {
    cwd: folder,
    output: /** @type {const} */ ("capture"),
    env: { CARGO_TARGET_DIR: undefined },
  };
  await mustRun(process.execPath, ["tools/build.mjs"], quiet);
  await mustRun("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], quiet);
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  await mustRun("tar", ["-xzf", tarball], quiet);
  return digestsOf(join(folder, "package"));
}

/**
 * The programs that build. They do not become part of the result, and building them too would take minutes. @param {string}
 * folder
 */
async function copyTools(folder) {
  cpSync(join(root, "node_modules"), join(folder, "node_modules"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const { targetDirectory, writeGlue, runTests } = await rustTools();
  for (const file of [writeGlue, runTests, join(targetDirectory, "debug", ".set-up")]) {
    const copy = join(folder, "target", relative(targetDirectory, file));
    if (existsSync(file)) cpSync(file, copy, { recursive: true, preserveTimestamps: true });
  }
}

/** @param {string} folder @returns {Map<string, string>} */
function digestsOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, path, name }) => {
      const file = join(parentPath ?? path, name);
      return [relative(folder, file), createHash("sha256").update(readFileSync(file)).digest("hex")];
    }),
  );
}

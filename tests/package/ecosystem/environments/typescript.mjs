// TypeScript, as strict as it can be: programs that use every public type compile, and their mistakes do not.
// @ts-check
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../program.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";

const versions = [
  { name: "TypeScript 5, its first", project: "typescript-5.0" },
  { name: "TypeScript 5, its last", project: "typescript-5" },
  { name: "TypeScript 6", project: "typescript-6" },
  { name: "TypeScript 7", project: "typescript-7" },
];

/** What a program's own files are and how it finds packages, which is where definitions go wrong. */
const setUps = [
  { type: "commonjs", options: ["--module", "node16"] },
  { type: "commonjs", options: ["--module", "nodenext"] },
  { type: "module", options: ["--module", "nodenext"] },
  { type: "module", options: ["--module", "esnext", "--moduleResolution", "bundler"] },
];

/** @type {import("../row.mjs").Row[]} */
export const typescriptRows = versions.map(({ name, project }) => ({
  name: `${name}: node16, nodenext, bundler`,
  async run(tried) {
    const folder = await makeProject(project, "types");
    tried(versionOf(folder, "typescript"));
    for (const { type, options } of setUps) {
      writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type }));
      const compiler = installed(folder, "typescript/bin/tsc");
      const args = ["--project", folder, "--pretty", "false", "--target", "es2022", "--lib", "es2022,dom"];
      const { code, stdout } = await runProgram(process.execPath, [compiler, ...args, ...options], {
        cwd: folder,
      });
      assert.deepEqual({ type, options, stdout, code }, { type, options, stdout: "", code: 0 });
    }
  },
}));

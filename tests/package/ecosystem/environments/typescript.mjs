// TypeScript, as strict as it can be: programs that use every public type compile, and their mistakes do not.
// @ts-check
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../program.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";

/** The module format of a program and how it finds packages, where definitions often go wrong. */
const modernSetUps = [
  { type: "commonjs", options: ["--module", "node16"] },
  { type: "commonjs", options: ["--module", "nodenext"] },
  { type: "module", options: ["--module", "nodenext"] },
  { type: "module", options: ["--module", "esnext", "--moduleResolution", "bundler"] },
];

/** It does not read `exports`. TypeScript 6 needs an option to allow it, and TypeScript 7 has removed it. */
const node10 = { type: "commonjs", options: ["--module", "commonjs", "--moduleResolution", "node10"] };

const versions = [
  {
    name: "TypeScript 5, its first: node10, node16, nodenext, bundler",
    project: "typescript-5.0",
    setUps: [node10, ...modernSetUps],
  },
  {
    name: "TypeScript 5, its last: node10, node16, nodenext, bundler",
    project: "typescript-5",
    setUps: [node10, ...modernSetUps],
  },
  { name: "TypeScript 6: node16, nodenext, bundler", project: "typescript-6", setUps: modernSetUps },
  { name: "TypeScript 7: node16, nodenext, bundler", project: "typescript-7", setUps: modernSetUps },
];

/** @type {import("../row.mjs").Row[]} */
export const typescriptRows = versions.map(({ name, project, setUps }) => ({
  name,
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

// Tools that do not read `exports` of a package.json: each has to find both entries by other fields.
// @ts-check
import assert from "node:assert/strict";
import { mustRun, runProgram } from "../../program.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";

/** @typedef {import("../row.mjs").Row} Row */

/** The vendor's example task, which the programs of these projects get from the emulator. */
const documented = { status: "DOING", taskId: "7bd2a9b6-xxxx-4605-xxxx-512d636001b0" };

/** @type {Row} */
const eslint = {
  name: "ESLint's `import/no-unresolved`",
  async run(tried) {
    const folder = await makeProject("eslint-import");
    tried(`eslint-plugin-import ${versionOf(folder, "eslint-plugin-import")}`);
    const args = [installed(folder, "eslint/bin/eslint.js"), "--format", "json", "right.mjs", "wrong.mjs"];
    const { stdout, stderr } = await runProgram(process.execPath, args, { cwd: folder });
    assert.equal(stderr, "");
    /** @type {{ messages: { message: string }[] }[]} */
    const files = JSON.parse(stdout);
    assert.deepEqual(
      files.map(({ messages }) => messages.map(({ message }) => message)),
      [[], ["Unable to resolve path to module 'sfs-turbo-tasks/emulators'."]],
    );
  },
};

/** @type {Row} */
const jest = {
  name: "Jest 27, require",
  async run(tried) {
    const folder = await makeProject("jest-27");
    tried(versionOf(folder, "jest"));
    await mustRun(process.execPath, [installed(folder, "jest/bin/jest.js")], {
      cwd: folder,
      env: { CI: "1" },
    });
  },
};

/** @type {readonly { name: string, project: string, tool: string, args: (folder: string) => string[], bundle: string }[]} */
const bundlers = [
  {
    name: "webpack 4",
    project: "webpack-4",
    tool: "webpack",
    args: () => ["bundle.cjs"],
    bundle: "dist/main.js",
  },
  {
    name: "Browserify",
    project: "browserify",
    tool: "browserify",
    args: (folder) => [installed(folder, "browserify/bin/cmd.js"), "ask.js", "--outfile", "bundle.js"],
    bundle: "bundle.js",
  },
];

/** @type {Row[]} */
const bundles = bundlers.map(({ name, project, tool, args, bundle }) => ({
  name,
  async run(tried) {
    const folder = await makeProject(project);
    tried(versionOf(folder, tool));
    const { stderr } = await mustRun(process.execPath, args(folder), { cwd: folder });
    // A bundler that has to guess prints a warning; here is nothing to guess.
    assert.equal(stderr, "");
    const { stdout } = await mustRun(process.execPath, [bundle], { cwd: folder });
    assert.deepEqual(JSON.parse(stdout), documented);
  },
}));

export const oldResolverRows = [eslint, jest, ...bundles];

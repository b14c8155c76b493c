// Compiles programs that use every public type, against the definitions in the packed tarball.
// @ts-check
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { checkout, runProgram } from "./program.mjs";
import { installTarball } from "./tarball.mjs";

const compiler = join(checkout, "node_modules/typescript/bin/tsc");
const nodeTypes = ["--types", "node", "--typeRoots", join(checkout, "node_modules/@types")];

/** The set-ups of a program: its module format, how it finds packages, and whose `fetch` type it knows. */
const SET_UPS = [
  {
    name: "an ES module under nodenext",
    type: "module",
    options: ["--module", "nodenext", "--lib", "es2022,dom"],
  },
  {
    name: "a CommonJS file under nodenext",
    type: "commonjs",
    options: ["--module", "nodenext", "--lib", "es2022,dom"],
  },
  {
    name: "a program for a bundler",
    type: "module",
    options: ["--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom"],
  },
  {
    name: "a program for old browsers",
    type: "module",
    options: [
      "--module",
      "esnext",
      "--moduleResolution",
      "bundler",
      "--target",
      "es2018",
      "--lib",
      "es2018,dom",
    ],
  },
  {
    name: "a Node program that knows no browser",
    type: "module",
    options: ["--module", "nodenext", "--lib", "es2022", ...nodeTypes],
  },
];

/** @type {string} */
let folder;

before(async () => {
  folder = await installTarball("types");
});

for (const { name, type, options } of SET_UPS) {
  test(`${name} compiles strictly, and its mistakes do not`, async () => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type }));
    const args = [compiler, "--project", folder, "--pretty", "false", ...options];
    const { code, stdout } = await runProgram(process.execPath, args, { cwd: folder });
    assert.deepEqual({ stdout, code }, { stdout: "", code: 0 });
  });
}

test("a mistake that the compiler accepts fails the compilation, so these tests can fail", async () => {
  const program =
    'import type { Task } from "sfs-turbo-tasks";\n// @ts-expect-error none\nexport let task: Task;\n';
  writeFileSync(join(folder, "no-mistake.ts"), program);
  const args = [
    compiler,
    "--ignoreConfig",
    "--strict",
    "--noEmit",
    "--module",
    "nodenext",
    "--lib",
    "es2022,dom",
  ];
  const { code, stdout } = await runProgram(process.execPath, [...args, "no-mistake.ts"], { cwd: folder });
  assert.deepEqual(
    { stdout: stdout.trim(), code },
    { stdout: "no-mistake.ts(2,1): error TS2578: Unused '@ts-expect-error' directive.", code: 2 },
  );
});

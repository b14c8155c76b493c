// `npm run lint`: every check of the sources, all of them even if one fails; `--fix` repairs what can be repaired.
// @ts-check
import { readOptions } from "./options.mjs";
import { main, mustRun, run } from "./run.mjs";
import { setUpNode, setUpRust, setUpRustLints, WASM_TARGET } from "./set-up.mjs";
import { countLine } from "./test/counts.mjs";

const CLIPPY = ["clippy", "--locked", "--quiet", "--package", "sfs-turbo-tasks"];
const BIOME = "node_modules/@biomejs/biome/bin/biome";
const TSC = "node_modules/typescript/bin/tsc";

/** @type {readonly { name: string, command: string, args: string[] }[]} */
const checks = [
  { name: "Rust format", command: "cargo", args: ["fmt", "--all", "--check"] },
  { name: "clippy, host", command: "cargo", args: [...CLIPPY, "--all-targets", "--", "-D", "warnings"] },
  {
    name: "clippy, wasm32",
    command: "cargo",
    args: [...CLIPPY, "--lib", "--target", WASM_TARGET, "--", "-D", "warnings"],
  },
  {
    name: "clippy, Rust host",
    command: "cargo",
    args: [
      ...[...CLIPPY, "--lib", "--test", "node", "--test", "browser", "--features", "client"],
      ...["--target", WASM_TARGET, "--", "-D", "warnings"],
    ],
  },
  { name: "types, sources", command: process.execPath, args: [TSC, "--noEmit", "--project", "."] },
  {
    name: "types, Node sources",
    command: process.execPath,
    args: [TSC, "--noEmit", "--project", "js/credentials/node"],
  },
  { name: "types, command line", command: process.execPath, args: [TSC, "--noEmit", "--project", "cli"] },
  {
    name: "types, tools, tests and benches",
    command: process.execPath,
    args: [TSC, "--noEmit", "--project", "tools"],
  },
  { name: "format and lint", command: process.execPath, args: [BIOME, "check", "--error-on-warnings"] },
];

const USAGE = `npm run lint -- [options]
  --fix  repairs what can be repaired, before the checks`;

await main(async () => {
  const { fix } = readOptions(USAGE, { fix: { type: "boolean" } });
  await setUpNode();
  await setUpRust();
  await setUpRustLints();
  if (fix) {
    await mustRun("cargo", ["fmt", "--all"]);
    // The check below reports what it cannot repair.
    await run(process.execPath, [BIOME, "check", "--write"], { output: "capture" });
  }
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, command, args } of checks) {
    const { code, output, seconds } = await run(command, args, { output: "capture" });
    const ok = code === 0;
    counts[ok ? "passed" : "failed"] += 1;
    console.log(`${ok ? "ok     " : "failed "} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok) console.log(output.trimEnd());
  }
  console.log(countLine(counts));
  if (counts.failed > 0) process.exitCode = 1;
});

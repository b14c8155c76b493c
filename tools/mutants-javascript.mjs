// Mutants of the JavaScript host: Stryker makes them, and the tests of the package have to find them.
// @ts-check
import { availableParallelism } from "node:os";
import { basename, relative } from "node:path";
import { Failure, root } from "./run.mjs";
import { setUpNode, setUpRust } from "./set-up.mjs";
import { testFiles } from "./test/suites.mjs";

/** What is changed: a call from its options until its promise settles, and where tokens and keys come from. */
const SOURCES = ["js/call/**/*.ts", "js/credentials/**/*.ts"];

/** Half of the cores, so other work on the machine goes on. */
const CONCURRENCY = Math.max(1, Math.floor(availableParallelism() / 2));

const FOLDER = "target/mutants-javascript";

/** Stryker makes its copy of the checkout in a folder with a new name, two levels below that of the results. */
const BUILD = "node tools/build-mutants.mjs ../../../../node_modules";

/** Where the copy has its tarball, from its root. */
const PACKED = "target/packed";

/**
 * Test files that are not run, by their names.
 *
 * - Some look at the built files themselves, which contain every mutant here, or need the type definitions, which are not built.
 * - Others start many programs, or follow tasks for as long as they really take: minutes for each mutant.
 */
export const LEFT_OUT = [
  ...[
    "api",
    "built-files",
    "credentials-page",
    "element-editors",
    "element-entries",
    "node",
    "operations",
    "publish",
  ],
  ...["readme", "readme-chinese", "source-maps", "types"],
  ...["company-proxy", "fuzz", "polls", "privacy", "session-proxy", "users"],
];

/** Milliseconds that a test may take longer than without a mutant: enough for a busy machine. */
const PATIENCE = 20_000;

/**
 * Every mutant is in one build, and an environment variable chooses the active one. A first run finds out which test files
 * reach a mutant, and only these run for it, until one fails.
 * @param {readonly string[]} files globs; none for all
 * @returns {Promise<import("./mutants-rust.mjs").Mutants>}
 * @throws {Failure} if the build or the tests fail without a mutant
 */
export async function mutateJavascript(files) {
  await setUpNode();
  await setUpRust();
  // Loaded here: they need the set-up above.
  const { buildCore } = await import("./build/core.mjs");
  const { Stryker } = await import("@stryker-mutator/core");
  await buildCore();
  process.env.SFS_TURBO_PACKED = PACKED;
  const stryker = new Stryker({
    mutate: [...(files.length > 0 ? files : SOURCES)],
    ignorePatterns: ["/target/*", "!/target/core", "/dist"],
    tempDirName: `${FOLDER}/copy`,
    buildCommand: `${BUILD} ${PACKED}`,
    symlinkNodeModules: false,
    testRunner: "tap",
    tap: {
      testFiles: testsOfMutants(),
      nodeArgs: ["-r", "{{hookFile}}", "--test-reporter=tap", "{{testFile}}"],
      forceBail: true,
    },
    plugins: ["@stryker-mutator/tap-runner"],
    coverageAnalysis: "perTest",
    concurrency: CONCURRENCY,
    timeoutMS: PATIENCE,
    dryRunTimeoutMinutes: 30,
    incremental: true,
    incrementalFile: `${FOLDER}/results.json`,
    reporters: ["progress-append-only", "html", "json"],
    htmlReporter: { fileName: `${FOLDER}/report.html` },
    jsonReporter: { fileName: `${FOLDER}/report.json` },
    allowEmpty: true,
  });
  try {
    return countMutants(await stryker.runMutationTest());
  } catch (cause) {
    // Stryker has printed which test failed, or why the build did.
    throw new Failure(`Stryker failed: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** The test files of the package that start no browser and read no documentation, without those that are left out. */
export function testsOfMutants() {
  return testFiles("tests/package", false).filter((file) => {
    const name = basename(file, ".test.mjs");
    return !LEFT_OUT.includes(name) && !/^(?:documentation|messages)\b/.test(name);
  });
}

/**
 * @param {readonly import("@stryker-mutator/api/core").MutantResult[]} results
 * @returns {import("./mutants-rust.mjs").Mutants}
 */
export function countMutants(results) {
  const named = (/** @type {readonly string[]} */ statuses) =>
    results.filter(({ status }) => statuses.includes(status)).map(nameOf);
  return {
    caught: named(["Killed"]).length,
    missed: named(["Survived", "NoCoverage"]),
    timeouts: named(["Timeout"]),
    unviable: named(["CompileError", "RuntimeError"]).length,
  };
}

/** @param {import("@stryker-mutator/api/core").MutantResult} mutant */
function nameOf({ fileName, location: { start }, mutatorName, replacement = "" }) {
  const path = relative(root, fileName).replaceAll("\\", "/");
  return `${path}:${start.line}:${start.column}: ${mutatorName} becomes ${replacement.replace(/\s+/g, " ")}`;
}

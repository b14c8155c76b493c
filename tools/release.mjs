// `npm run release`: every condition of a release, one line for each check, all of them even if one fails; and then the command
// that publishes it. `-- --check` omits that command, `--skip-tests` runs no suite. This tool publishes nothing:
// .github/workflows/release.yml publishes a tag.
// @ts-check
import { readOptions } from "./options.mjs";
import { Failure, main } from "./run.mjs";
import { setUpNode, setUpRust } from "./set-up.mjs";

const USAGE = `npm run release -- [options]
  --check       does not print the command that publishes
  --skip-tests  leaves out npm test, for a first look`;

await main(async () => {
  const { check, "skip-tests": skipTests } = readOptions(USAGE, {
    check: { type: "boolean" },
    "skip-tests": { type: "boolean" },
  });
  await setUpNode();
  await setUpRust();
  // Loaded here: they need the set-up above.
  const { checks } = await import("./release/checks.mjs");
  const { readVersion } = await import("./release/version.mjs");
  /** @type {string[]} */
  const failed = [];
  for (const { name, run, isTest } of checks) {
    if (isTest && skipTests) continue;
    const line = await run().then(
      (detail) => `ok      ${name}${detail && `: ${detail}`}`,
      (/** @type {unknown} */ error) => {
        if (!(error instanceof Failure)) throw error;
        failed.push(name);
        return `failed  ${name}: ${error.message}`;
      },
    );
    console.log(line);
  }
  const { version, tag } = await readVersion();
  if (failed.length > 0) console.log(`\n${version} is not ready: ${failed.join(", ")}.`);
  else if (!check)
    console.log(`\n${version} is ready. This publishes it:\n\n  git tag ${tag} && git push origin ${tag}`);
  if (skipTests)
    console.log("\nNOT RUN: npm test, as --skip-tests says. A version is published only after it.");
  if (failed.length > 0) process.exitCode = 1;
});

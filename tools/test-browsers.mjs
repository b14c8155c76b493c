// `npm run test:browsers`: the wasm suite and the installed package in three engines, all of which it installs and requires.
// @ts-check
import { readOptions } from "./options.mjs";
import { main, mustRun } from "./run.mjs";
import { setUpFirefox, setUpWebKit } from "./set-up/browsers.mjs";
import { setUpBrowser, setUpNode, setUpRust } from "./set-up.mjs";
import { runSuite } from "./test/run-suite.mjs";
import { suites, wasmTest } from "./test/suites.mjs";
import { summary } from "./test/summary.mjs";
import { driverEnv } from "./test/webdriver.mjs";

/** @typedef {import("./test/suites.mjs").Suite} Suite */

await main(async () => {
  readOptions("npm run test:browsers\n  It takes no options.", {});
  await setUpNode();
  const rust = await setUpRust();
  const browser = await setUpBrowser();
  const firefox = await setUpFirefox();
  const webkit = await setUpWebKit();
  await mustRun(process.execPath, ["tools/build.mjs"]);
  const rows = [];
  for (const suite of [...chromiumSuites(), ...otherSuites(rust, firefox, webkit)]) {
    console.log(`\n=== ${suite.name} ===`);
    rows.push(await runSuite(suite, { rust, browser }));
  }
  console.log(`\n${summary(rows)}`);
  if (rows.some(({ counts }) => counts.failed > 0)) process.exitCode = 1;
});

/** The part of `npm test` that uses Chromium. */
function chromiumSuites() {
  return [...suites.filter(({ name }) => name === "wasm in Chromium"), pageSuite("Chromium", "browser")];
}

/**
 * @param {import("./set-up/rust.mjs").RustTools} rust
 * @param {import("./set-up/browsers.mjs").Firefox} firefox
 * @param {import("./set-up/browsers.mjs").WebKit} webkit
 * @returns {Suite[]}
 */
function otherSuites(rust, firefox, webkit) {
  return [
    {
      name: "wasm in Firefox",
      needs: [],
      counted: "cargo",
      command: () => wasmTest(rust, "browser", driverEnv(firefoxEnv(firefox))),
    },
    {
      name: "wasm in WebKit",
      needs: [],
      counted: "cargo",
      command: () => {
        // wasm-bindgen's runner does not know WebKitWebDriver; it uses it like Safari's driver, which it knows.
        const { command, args, env } = wasmTest(rust, "browser", driverEnv({ SAFARIDRIVER: webkit.driver }));
        return { command: webkit.screen, args: ["--auto-servernum", command, ...args], env };
      },
    },
    pageSuite("Firefox and WebKit", "engines"),
    { ...pageSuite("Firefox and WebKit", "element-engines"), name: "elements in Firefox and WebKit" },
  ];
}

/**
 * @param {string} engine
 * @param {string} file
 * @returns {Suite}
 */
function pageSuite(engine, file) {
  const args = ["--test", "--test-timeout=600000", `tests/package/${file}.test.mjs`];
  return {
    name: `page in ${engine}`,
    needs: [],
    counted: "node",
    command: ({ browser }) => ({
      command: process.execPath,
      args,
      env: { SFS_TURBO_BROWSER: browser.browser, SFS_TURBO_BROWSER_DRIVER: browser.driver },
    }),
  };
}

/** @param {import("./set-up/browsers.mjs").Firefox} firefox */
function firefoxEnv({ browser, driver }) {
  return { GECKODRIVER: driver, GECKODRIVER_ARGS: `--binary '${browser}'` };
}

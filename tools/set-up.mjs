// Sets up what the project needs to build and to test. Each part is skipped if it is there already.
// @ts-check
import { pathToFileURL } from "node:url";
import { main } from "./run.mjs";
import { setUpBrowser } from "./set-up/browser.mjs";
import { setUpNginx } from "./set-up/nginx.mjs";
import { setUpNode } from "./set-up/node.mjs";
import { rustTools, setUpRust, setUpRustLints, WASM_TARGET } from "./set-up/rust.mjs";
import { setUpTerminal } from "./set-up/terminal.mjs";

export {
  rustTools,
  setUpBrowser,
  setUpNginx,
  setUpNode,
  setUpRust,
  setUpRustLints,
  setUpTerminal,
  WASM_TARGET,
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await setUpNode();
    await setUpRust();
    await setUpRustLints();
    await setUpNginx();
    await setUpTerminal();
    const { browser, version } = await setUpBrowser();
    console.log(`set-up: everything is there; the browser is ${browser} ${version}`);
  });
}

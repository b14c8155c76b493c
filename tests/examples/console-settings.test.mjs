// The settings of examples/console: an endpoint instead of the emulator, behind the proxy of `npm run console`.
// @ts-check
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { serveConsole } from "../../tools/console/serve.mjs";
import { checkout, mustRun, runProgram } from "../package/program.mjs";
import { buildConsolePage, startConsoleBrowser } from "./console-page.mjs";

const TOKEN = "MIIE-the-token-that-was-typed";

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof startConsoleBrowser>>} */
let browser;
/** @type {(typeof browser)["keyboard"]} */
let keyboard;

before(async () => {
  ({ folder } = await buildConsolePage());
  browser = await startConsoleBrowser();
  keyboard = browser.keyboard;
  await browser.resize(1200, 900);
});
after(() => browser?.close());

/** A service of another origin without CORS headers, like the real one, and the console in front of it. */
async function scene(/** @type {import("node:test").TestContext} */ t) {
  // Otherwise the page of the previous test would continue to poll at this address.
  await browser.driver.get("about:blank");
  const emulator = createEmulator({ token: TOKEN, cors: "none", taskDuration: 0 });
  const service = await serveEmulator(emulator);
  t.after(service.close);
  const shareId = emulator.addFileSystem();
  const console = await serveConsole({ folder, endpoint: service.url });
  t.after(console.close);
  await browser.open(console.address.replace("#", "#lang=zh-CN&"));
  await keyboard.sees(() => document.querySelector("dialog")?.open, true);
  return { emulator, service, shareId, origin: new URL(console.address).origin };
}

const textOf = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id)).innerText;
const stateOf = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id)).state;

test("an endpoint is typed, tasks are created there, and the copied code runs", async (t) => {
  const { emulator, shareId, origin } = await scene(t);
  assert.equal(
    await browser.driver.executeScript("return document.querySelector('#endpoint').value"),
    "/sfs-turbo",
  );
  assert.match(await browser.text("#settings"), /CORS.*examples\/proxy/s);
  assert.deepEqual(await browser.violations(), []);

  await keyboard.enter("#settings [type=submit]");
  await keyboard.sees(() => document.activeElement?.id, "project-id");
  const invalid = () => [...document.querySelectorAll("#settings [aria-invalid]")].map(({ id }) => id);
  await keyboard.sees(invalid, ["project-id", "share-id", "token"]);
  await keyboard.type("#project-id", emulator.projectId);
  await keyboard.type("#share-id", shareId);
  await keyboard.type("#token", TOKEN);
  await keyboard.press(Key.ENTER);
  await keyboard.sees(textOf, `已切换到 ${shareId}。`, "announcement");
  await keyboard.sees(textOf, `${shareId}，终端节点 /sfs-turbo`, "connected-to");
  await keyboard.sees(stateOf, "running", "tasks");
  await keyboard.sees(textOf, "只有模拟器可以制造故障。当前控制台连接的是真实的终端节点。", "unbreakable");

  await keyboard.enter("#create button[type=submit]");
  await keyboard.sees(() => /** @type {any} */ (document.getElementById("task")).status, "SUCCESS");
  const created = () => emulator.requests.filter(({ method }) => method === "POST");
  assert.equal(created().length, 1);

  const env = {
    PATH: [join(folder, "node_modules/.bin"), process.env.PATH].join(delimiter),
    SFS_TURBO_TOKEN: TOKEN,
  };
  await keyboard.enter("#code-of-form");
  await keyboard.enter("#copy-code");
  await keyboard.sees(textOf, "已复制。", "announcement");
  const javascript = await browser.clipboard();
  assert.ok(javascript.includes(`endpoint: "${origin}/sfs-turbo",`), javascript);
  writeFileSync(join(folder, "copied.mjs"), javascript);
  const { stdout } = await mustRun(process.execPath, ["copied.mjs"], { cwd: folder, env });
  assert.match(stdout, /^5f5bd2c4-\S+\n$/);

  await keyboard.goTo("input[name=code-form]");
  await keyboard.press(Key.ARROW_RIGHT);
  await keyboard.enter("#copy-code");
  await keyboard.sees(textOf, /^sfs-turbo-tasks create export/, "code-text");
  await mustRun("sh", ["-c", await browser.clipboard()], { cwd: folder, env });
  const [first, ...others] = created().map(({ path, body }) => ({ path, body }));
  assert.deepEqual(others, [first, first]);
});

test("the token is only in the requests", async (t) => {
  const { emulator, shareId } = await scene(t);
  await keyboard.type("#project-id", emulator.projectId);
  await keyboard.type("#share-id", shareId);
  await keyboard.type("#token", TOKEN);
  await keyboard.press(Key.ENTER);
  await keyboard.sees(stateOf, "running", "tasks");
  await keyboard.enter("#request-rows tr:last-child button");
  assert.ok(emulator.requests.every(({ headers }) => headers["x-auth-token"] === TOKEN));
  const everything = await browser.driver.executeScript(() => [
    document.documentElement.outerHTML,
    location.href,
    JSON.stringify({ ...localStorage, ...sessionStorage }),
    document.cookie,
  ]);
  assert.ok(!JSON.stringify(everything).includes(TOKEN));
});

test("with a proxy that adds the token, the page sends none", async (t) => {
  const { emulator, shareId } = await scene(t);
  await keyboard.type("#project-id", emulator.projectId);
  await keyboard.type("#share-id", shareId);
  await keyboard.goTo("[name=signIn]");
  await keyboard.press(Key.ARROW_DOWN);
  await keyboard.enter("#settings [type=submit]");
  // This proxy adds none, so the service refuses.
  await keyboard.sees(stateOf, "error", "tasks");
  assert.equal(emulator.requests[0]?.headers["x-auth-token"], undefined);
  await keyboard.sees(textOf, "Token 由代理添加，命令行发送的是占位符。", "code-note");

  await keyboard.enter("#open-settings");
  await keyboard.goTo("[name=source]");
  await keyboard.press(Key.ARROW_UP);
  await keyboard.enter("#settings [type=submit]");
  await keyboard.sees(textOf, "训练数据", "file-system-name");
  await keyboard.sees(stateOf, "running", "tasks");
});

test("Escape in the dialog that the address opened leaves the focus at its button, and nothing is connected", async (t) => {
  await scene(t);
  await keyboard.press(Key.ESCAPE);
  await keyboard.sees(() => document.activeElement?.id, "open-settings");
  await keyboard.sees(textOf, "训练数据", "file-system-name");
  // The dialog shows the connection, not the choice that was cancelled.
  await keyboard.press(Key.ENTER);
  const source = () =>
    /** @type {HTMLInputElement} */ (document.querySelector("[name=source]:checked")).value;
  await keyboard.sees(source, "emulator");
});

test("an address with a foreign endpoint is not used", async (t) => {
  const { origin } = await scene(t);
  for (const endpoint of ["https://foreign.invalid", "//foreign.invalid", "/\\foreign.invalid"]) {
    await browser.open(`${origin}/#lang=en&endpoint=${encodeURIComponent(endpoint)}`);
    await keyboard.sees(stateOf, "running", "tasks");
    const state = "return [document.querySelector('dialog').open, document.querySelector('#endpoint').value]";
    assert.deepEqual(await browser.driver.executeScript(state), [false, ""]);
  }
});

for (const [args, message] of /** @type {const} */ ([
  [["--port", "eighty"], 'error: --port takes a number from 0 to 65535, not "eighty".'],
  [["--endpoint", "sfs-turbo"], 'error: --endpoint takes a URL such as https://host, not "sfs-turbo".'],
  [["--prot", "80"], "error: Unknown option '--prot'"],
])) {
  test(`\`npm run console -- ${args.join(" ")}\` says what is wrong, and builds nothing`, async () => {
    const { code, stdout, stderr } = await runProgram(process.execPath, ["tools/console.mjs", ...args], {
      cwd: checkout,
    });
    assert.equal(code, 1);
    assert.equal(stdout, "");
    assert.ok(stderr.startsWith(message), stderr);
  });
}

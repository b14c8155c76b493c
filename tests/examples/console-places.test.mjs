// What examples/console does where an answer is late, a file system is changed meanwhile, or a link is opened in its tab.
// @ts-check
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { Key } from "selenium-webdriver";
import { startConsole } from "./console-page.mjs";
import { changes, isHidden, statusOf, textOf } from "./console-readers.mjs";

const ARCHIVE = "2f6c1d80-3b7e-4c52-9a41-6f0d8be2a913";

const { browser, keyboard, open, close } = await startConsole();
after(close);
beforeEach(() => open());

const create = () => keyboard.enter("#create button[type=submit]");
const buttonText = () => document.querySelector("#create [type=submit]")?.textContent;
const stateOfButton = () => document.querySelector("#create [type=submit]")?.getAttribute("aria-disabled");

test("a creation under way is shown and announced, and Enter again sends no second one", async () => {
  await keyboard.choose("#requests-filter", "changes");
  await keyboard.goTo("#delay");
  await keyboard.press(Key.END);
  await create();
  await keyboard.press(Key.ENTER, Key.ENTER);
  await keyboard.sees(buttonText, "正在创建…");
  await keyboard.sees(stateOfButton, "true");
  await keyboard.sees(textOf, "正在创建…", "announcement");
  await keyboard.sees(textOf, /已创建。$/, "announcement");
  await keyboard.sees(buttonText, "创建任务");
  await keyboard.sees(stateOfButton, null);
  assert.ok(await keyboard.isAt("#create button[type=submit]"));
  await keyboard.sees(changes, ["POST 202 1"]);
});

test("a task is not followed in another file system than its own", async () => {
  await keyboard.goTo("#delay");
  await keyboard.press(Key.END);
  await create();
  await keyboard.choose("#file-system", ARCHIVE);
  await keyboard.sees(textOf, /已创建。$/, "announcement");
  await keyboard.sees(isHidden, true, "task");
});

test("a failed creation has its request id to copy, and is gone in another file system", async () => {
  await keyboard.choose("#fault", "forbidden");
  await create();
  await keyboard.sees(textOf, /请求ID e5f0\w{28} 复制$/, "create-failure");
  await keyboard.enter("#create-failure button");
  await keyboard.sees(textOf, "已复制。", "announcement");
  assert.match(await browser.clipboard(), /^e5f0\w{28}$/);
  await keyboard.choose("#file-system", ARCHIVE);
  await keyboard.sees(isHidden, true, "create-failure");
});

test("the card of an ended task follows its deletion in the table", async () => {
  await keyboard.enter("tr[data-tone=bad] button.path");
  await keyboard.sees(statusOf, "FAIL", "task");
  await keyboard.enter("tr[data-tone=bad] button.delete");
  await browser.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  await keyboard.enter("button.confirm");
  await keyboard.sees(statusOf, "DELETING", "task");
  await keyboard.sees(() => /** @type {any} */ (document.getElementById("task")).state, "gone");
});

test("only decimal numbers are taken as numbers", async () => {
  await keyboard.enter("#attributes summary");
  await keyboard.type("#create-file-mode", "0o644");
  await keyboard.type("#create-dir-mode", "0x10");
  await keyboard.type("#create-uid", "1e3");
  await keyboard.type("#create-gid", "0750");
  await create();
  const wrong = () => [...document.querySelectorAll("#create [aria-invalid]")].map(({ id }) => id);
  await keyboard.sees(wrong, ["create-file-mode", "create-dir-mode", "create-uid"]);
  await keyboard.sees(textOf, "请先修改表单：文件权限、目录权限、用户ID。", "code-text");
});

test("a link that is opened in the same tab is taken up", async () => {
  await browser.driver.executeScript("location.hash = arguments[0]", `lang=ES&scheme=dark&share=${ARCHIVE}`);
  await keyboard.sees(textOf, "Archivo", "file-system-name");
  await keyboard.sees(() => document.documentElement.lang, "es");
  await keyboard.sees(() => document.documentElement.dataset.scheme, "dark");
});

test("the code says how its emulator is started for each file system", async () => {
  const command = () => document.querySelector("#code-note code")?.textContent;
  await keyboard.sees(command, "npx sfs-turbo-tasks emulator");
  await keyboard.choose("#file-system", ARCHIVE);
  await keyboard.sees(command, `npx sfs-turbo-tasks emulator --file-system ${ARCHIVE}`);
  // Of another project: the emulator refuses it, as the page's own does.
  await keyboard.choose("#file-system", "9e1b7f32-5d48-4a6c-8e20-b7c3f4d1058e");
  await keyboard.sees(command, "npx sfs-turbo-tasks emulator");
});

test("the Tab key can skip the log", async () => {
  await keyboard.enter("#skip-requests");
  assert.ok(await keyboard.isAt("input[name=code-source]:checked"));
});

// examples/console in a subfolder of a plain static server: used from start to end by keyboard, in Chinese.
// @ts-check
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { startConsole } from "./console-page.mjs";
import { changes, isHidden, statuses, statusOf, textOf } from "./console-readers.mjs";

const { pages, browser, keyboard, open, close } = await startConsole();
after(close);

describe("the language", () => {
  test("is the browser's at first, and then the chosen one", async (t) => {
    const { driver } = browser;
    const userAgent = await driver.executeScript("return navigator.userAgent");
    const speak = (/** @type {string} */ acceptLanguage) =>
      driver.sendDevToolsCommand("Emulation.setUserAgentOverride", { userAgent, acceptLanguage });
    t.after(() => speak("en-US,en"));
    await speak("es-MX,es");
    await open("");
    await keyboard.sees(() => document.documentElement.lang, "es");
    await keyboard.sees(textOf, "Datos de entrenamiento", "file-system-name");
    await keyboard.choose("#language", "zh-CN");
    await keyboard.sees(textOf, "训练数据", "file-system-name");
    await driver.navigate().refresh();
    await keyboard.sees(textOf, "训练数据", "file-system-name");
    await keyboard.sees(() => document.title, "导入导出任务 · SFS Turbo");
    const stored = await driver.executeScript(
      "return [localStorage.length, sessionStorage.length, document.cookie]",
    );
    assert.deepEqual(stored, [0, 0, ""]);
  });
});

describe("by keyboard alone, in Chinese", () => {
  before(() => open());

  test("a file system is chosen", async () => {
    await keyboard.sees(statuses, ["进行中", "进行中", "删除中", "成功", "失败", "成功"]);
    await keyboard.choose("#file-system", "c40a9e57-81d2-4b06-b3f9-15e7c2d86a04");
    await keyboard.sees(textOf, "新文件系统", "file-system-name");
    await keyboard.sees(
      () => document.querySelector("#tasks")?.shadowRoot?.querySelector("p.empty")?.textContent,
      "暂无任务。",
    );
  });

  test("mistakes in the form are shown at their fields, and all typed values are kept", async () => {
    await keyboard.enter("#new-task");
    assert.ok(await keyboard.isAt("#create-type"));
    await keyboard.choose("#create-type", "import");
    await keyboard.type("#create-target", "results/2026");
    await keyboard.enter("#attributes summary");
    await keyboard.type("#create-dir-mode", "0o750");
    await keyboard.type("#create-uid", "somebody");
    // A mistake inside it has to open it again.
    await browser.driver.executeScript("document.querySelector('#attributes').open = false");
    await keyboard.enter("#create button[type=submit]");
    await keyboard.sees(() => document.activeElement?.id, "create-target");
    const described = (/** @type {string} */ id) => {
      const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
      const about = field.getAttribute("aria-describedby")?.split(" ") ?? [];
      const words = about.map((one) => document.getElementById(one)?.textContent ?? "").join(" ");
      return `${field.value} | ${field.getAttribute("aria-invalid")} | ${words}`;
    };
    await keyboard.sees(
      described,
      "results/2026 | true | 请填写一个目录名称，不含斜杠。srcTarget must be the name of one directory, without a slash 已绑定OBS桶的目录。",
      "create-target",
    );
    await keyboard.sees(
      described,
      "0o750 | true | 0 到 777 的整数，每位为 0 到 7，例如 640；其他用户的权限不能超过属主。attributes.dirMode must be a whole number from 0 to 777",
      "create-dir-mode",
    );
    await keyboard.sees(described, /^somebody \| true \| 0 到 4294967294 的整数。/, "create-uid");
    await keyboard.sees(described, "2026/ | null | 留空表示全部。", "create-prefix");
    await keyboard.sees(changes, /^((?!POST).)*$/);
    assert.deepEqual(await browser.violations(), []);
  });

  test("a task is created and watched to its end", async () => {
    await keyboard.goTo("#task-duration");
    await keyboard.press(Key.HOME);
    await keyboard.sees(
      () => document.querySelector("#task-duration")?.getAttribute("aria-valuetext"),
      "2 秒",
    );
    await keyboard.type("#create-target", "results");
    await keyboard.sees(() => document.querySelector("#create-target")?.getAttribute("aria-invalid"), null);
    await keyboard.type("#create-dir-mode", "750");
    await keyboard.type("#create-uid", "1000");
    await keyboard.enter("#create button[type=submit]");
    await keyboard.sees(textOf, /^任务 5f5bd2c4-\S+ 已创建。$/, "announcement");
    await keyboard.sees(statusOf, "SUCCESS", "task");
    await keyboard.sees(statuses, ["成功"]);
  });

  test("the tasks are filtered, and one is chosen", async () => {
    await keyboard.choose("label:last-of-type select.filter", "FAIL");
    await keyboard.sees(statuses, []);
    await keyboard.choose("label:last-of-type select.filter", "");
    await keyboard.sees(statuses, ["成功"]);
    await keyboard.choose("#file-system", "77ba6f4b-6365-4895-8dda-bc7142af4dde");
    await keyboard.sees(isHidden, true, "task");
    await keyboard.sees(statuses, /进行中,.*失败,成功$/);
    await keyboard.enter("tr[data-tone=bad] button.path");
    await keyboard.sees(statusOf, "FAIL", "task");
    await keyboard.sees(
      () =>
        document
          .querySelector("#tasks")
          ?.shadowRoot?.querySelector("[aria-current]")
          ?.querySelector(".status")?.textContent,
      "失败",
    );
  });

  test("a task is deleted after a confirmation", async () => {
    await keyboard.enter("tr[data-tone=bad] button.delete");
    assert.ok(await keyboard.isAt("button.keep"));
    await browser.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    await keyboard.enter("button.confirm");
    await keyboard.sees(statuses, /^((?!失败).)*$/);
    await keyboard.choose("#requests-filter", "changes");
    await keyboard.sees(changes, ["DELETE 202 1", "POST 202 1"]);
    await keyboard.enter("#clear-requests");
    await keyboard.sees(textOf, "暂无此类请求。", "no-requests");
  });
});

test("no file was missing, and the policy of the page was never violated", async () => {
  assert.deepEqual(
    pages.missing.filter((path) => path !== "/favicon.ico"),
    [],
  );
  assert.deepEqual(await browser.readConsole(), []);
  // And a violation would have been reported.
  await browser.driver.executeScript("document.body.setAttribute('style', 'color: red')");
  const told = async () =>
    (await browser.readConsole()).some((line) => line.includes("Content Security Policy"));
  await browser.driver.wait(told, 60_000);
});

// examples/console from a sub-path of a plain static server: walked from end to end by keyboard, in Chinese.
// @ts-check
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { servePages } from "../package/pages.mjs";
import { buildConsolePage, SUB_PATH, startConsoleBrowser } from "./console-page.mjs";

/** @type {import("../package/pages.mjs").Pages} */
let pages;
/** @type {Awaited<ReturnType<typeof startConsoleBrowser>>} */
let browser;
/** @type {(typeof browser)["keyboard"]} */
let keyboard;

before(async () => {
  pages = await servePages((await buildConsolePage()).site);
  browser = await startConsoleBrowser();
  keyboard = browser.keyboard;
});
after(async () => {
  await browser?.close();
  await pages?.close();
});
beforeEach(async () => {
  await browser?.resize(1200, 900);
});

/** @param {string} [remembered] what the address has behind its # */
async function open(remembered = "lang=zh-CN") {
  await browser.open(`${pages.origin}/${SUB_PATH}/#${remembered}`);
  await keyboard.sees(
    () => document.querySelector("#tasks")?.shadowRoot?.querySelectorAll("tbody tr").length,
    /\d/,
  );
}

/** In the page: the statuses of the table's rows, as they are said. */
function statuses() {
  const rows = document.querySelector("#tasks")?.shadowRoot?.querySelectorAll("tbody tr") ?? [];
  return [...rows].map((row) => row.querySelector(".status")?.textContent);
}

/** In the page: what an element says of itself. */
const stateOf = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id)).state;
const statusOf = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id)).status;
const textOf = (/** @type {string} */ id) =>
  /** @type {HTMLElement} */ (document.getElementById(id)).innerText;
const isHidden = (/** @type {string} */ id) => !document.getElementById(id)?.checkVisibility();
/** In the page: method, status and attempt of the newest requests that change something. */
const changes = () =>
  [...document.querySelectorAll("#request-rows tr")]
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ""))
    .map(([, path, status, , attempt]) => `${path?.split(" ")[0]} ${status} ${attempt}`);

describe("the language", () => {
  test("is the browser's at first, and the one that was chosen from then on", async (t) => {
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

  test("what is wrong in the form is said at its fields, and nothing that was typed is lost", async () => {
    await keyboard.enter("#new-task");
    assert.ok(await keyboard.isAt("#create-type"));
    await keyboard.choose("#create-type", "import");
    await keyboard.type("#create-target", "results/2026");
    await keyboard.enter("#attributes summary");
    await keyboard.type("#create-dir-mode", "0o750");
    await keyboard.type("#create-uid", "somebody");
    // It is to be opened again by what is wrong in it.
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
      "results/2026 | true | 请填写一个目录名称，不含斜杠。srcTarget must be the name of one directory, without a slash 已绑定 OBS 桶的目录。",
      "create-target",
    );
    await keyboard.sees(
      described,
      "0o750 | true | 0 到 777 的整数，每位为 0 到 7，例如 640。attributes.dirMode must have the digits of an octal mode, each from 0 to 7: for 0o750 pass 750",
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

  test("a task is deleted once that is confirmed", async () => {
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

describe("things are broken on purpose, and", () => {
  before(async () => {
    await open();
    await keyboard.choose("#requests-filter", "changes");
  });
  beforeEach(async () => {
    await keyboard.enter("#break-title + .mend");
    await keyboard.enter("#clear-requests");
  });
  const create = () => keyboard.enter("#create button[type=submit]");

  test("a creation that was throttled is sent again, and the log says why", async () => {
    await keyboard.choose("#fault", "throttled");
    await create();
    await keyboard.sees(changes, /POST 429 1$/);
    await keyboard.choose("#fault", "none");
    await keyboard.sees(changes, /^POST 202 第 \d 次，因 APIGW\.0308,.*POST 429 1$/);
    await keyboard.sees(isHidden, true, "create-failure");
  });

  for (const [fault, words, sent] of /** @type {const} */ ([
    ["unavailable", /^任务未创建: .*APIGW\.0201 · e5f0\w+$/s, "POST 503 1"],
    ["internal", /^任务未创建: .*SFS\.TURBO\.0005 · e5f0\w+$/s, "POST 500 1"],
    [
      "forbidden",
      /^任务未创建: .*sfsturbo:shares:createDataRepositoryTask.*SFS\.TURBO\.9000 · e5f0\w+$/s,
      "POST 403 1",
    ],
    ["html", /^任务未创建: .*CLIENT\.INVALID_RESPONSE/s, "POST 200 1"],
    ["cutOff", /^任务未创建: .*CLIENT\.INVALID_RESPONSE/s, "POST 202 1"],
    ["lost", /^任务未创建: .*CLIENT\.NETWORK/s, "POST 无响应 1"],
    ["silent", /^任务未创建: .*CLIENT\.TIMEOUT/s, "POST 已放弃 1"],
  ])) {
    test(`"${fault}" is told in words, and the creation is not sent twice`, async () => {
      await keyboard.choose("#fault", fault);
      await create();
      await keyboard.sees(textOf, words, "create-failure");
      await keyboard.sees(changes, [sent]);
      await keyboard.sees(textOf, /^人为故障：/, "broken-text");
      await keyboard.enter("#broken .mend");
      await keyboard.sees(isHidden, true, "broken");
    });
  }

  test("a task whose id was lost is there", async () => {
    const before = await browser.driver.executeScript(
      "return document.querySelector('#tasks').shadowRoot.querySelector('.foot span').textContent",
    );
    await keyboard.choose("#fault", "lost");
    await create();
    await keyboard.sees(textOf, /CLIENT\.NETWORK/, "create-failure");
    await keyboard.enter("#broken .mend");
    const more = (/** @type {string} */ was) => {
      const now =
        document.querySelector("#tasks")?.shadowRoot?.querySelector(".foot span")?.textContent ?? "";
      return Number(now.split("/")[1]) > Number(was.split("/")[1]);
    };
    await keyboard.sees(more, true, before);
  });

  test("answers come later", async () => {
    await keyboard.goTo("#delay");
    await keyboard.press(Key.ARROW_RIGHT);
    await keyboard.sees(() => document.querySelector("#delay")?.getAttribute("aria-valuetext"), "0.5 秒");
    await create();
    await keyboard.sees(changes, ["POST 202 1"]);
    const took = () =>
      Number.parseInt(document.querySelector("#request-rows .number")?.textContent ?? "", 10) >= 500;
    await keyboard.sees(took, true);
  });

  test("without a network the table and the card say so, and go on by themselves when it is back", async () => {
    await keyboard.enter("tr[data-tone=run] button.path");
    await keyboard.sees(stateOf, "running", "task");
    await keyboard.toggle("#offline");
    const chip = () => document.querySelector("#task")?.shadowRoot?.querySelector(".status")?.textContent;
    await keyboard.sees(chip, /^(?!进行中)./);
    await keyboard.toggle("#offline");
    await keyboard.sees(chip, "进行中");
  });

  test("an expired token is told, and after a new sign-in all goes on", async () => {
    await keyboard.toggle("#expired");
    await create();
    await keyboard.sees(textOf, /^任务未创建: .*APIGW\.0301/s, "create-failure");
    await keyboard.sees(stateOf, "error", "tasks");
    await keyboard.enter("#sign-in");
    await keyboard.sees(isHidden, true, "signed-out");
    await keyboard.sees(stateOf, "running", "tasks");
    await create();
    await keyboard.sees(changes, /^POST 202 1,POST 401 1/);
  });

  test("the next new task fails, and only that one", async () => {
    await keyboard.goTo("#task-duration");
    await keyboard.press(Key.HOME);
    await keyboard.toggle("#next-fails");
    await create();
    await keyboard.sees(statusOf, "FAIL", "task");
    await keyboard.sees(
      () => /** @type {HTMLInputElement} */ (document.querySelector("#next-fails")).checked,
      false,
    );
  });
});

describe("the log", () => {
  before(() => open());

  test("shows all of a request, and hides the token", async () => {
    await keyboard.enter("#request-rows tr:last-child button");
    await keyboard.sees(() => document.activeElement?.id, "request-details");
    const { driver } = browser;
    const details = await browser.text("#request-details");
    assert.match(details, /watchTasks\(\)/);
    assert.match(
      details,
      /GET https:\/\/sfs-turbo\.emulator\.invalid\/v1\/0123456789abcdef0123456789abcdef\/sfs-turbo\//,
    );
    assert.match(details, /X-Auth-Token: ••• \(已隐藏\)/);
    assert.match(details, /HTTP 200/);
    assert.match(details, /"type": "import_metadata"/);
    const all = await driver.executeScript("return document.documentElement.outerHTML");
    assert.doesNotMatch(String(all), /token-of-this-page/);
    assert.deepEqual(await browser.violations(), []);
    await keyboard.press(Key.ESCAPE);
    await keyboard.sees(isHidden, true, "request-details");
    assert.ok(await keyboard.isAt("#request-rows tr:last-child button"));
  });

  test("keeps the newest 200", async () => {
    await keyboard.choose("#requests-filter", "changes");
    // By hand this would take long: an empty name of a directory is refused by the service, and by the client before.
    await browser.driver.executeAsyncScript(async (/** @type {() => void} */ done) => {
      const { client, shareId } = /** @type {any} */ (document.querySelector("#tasks"));
      const call = () => client.deleteTask({ shareId, taskId: "none" }).catch(() => {});
      await Promise.all(Array.from({ length: 230 }, call));
      done();
    });
    await keyboard.choose("#requests-filter", "all");
    await keyboard.sees(() => document.querySelectorAll("#request-rows tr").length, 200);
  });
});

describe("code is copied", () => {
  before(() => open());

  test("of the form as it stands", async () => {
    await keyboard.type("#create-target", "it's");
    await keyboard.enter("#code-of-form");
    await keyboard.enter("#copy-code");
    await keyboard.sees(textOf, "已复制。", "announcement");
    assert.equal(
      await browser.clipboard(),
      `import { createClient } from "sfs-turbo-tasks";

const client = createClient({
  endpoint: "http://127.0.0.1:4010",
  projectId: "0123456789abcdef0123456789abcdef",
  token: process.env.SFS_TURBO_TOKEN,
});

const { taskId } = await client.createTask({
  shareId: "77ba6f4b-6365-4895-8dda-bc7142af4dde",
  type: "export",
  srcTarget: "it's",
  srcPrefix: "2026/",
});
console.log(taskId);`,
    );
  });

  test("of a request that was sent, for the command line and curl", async () => {
    await keyboard.enter("#request-rows tr:last-child button");
    await keyboard.enter("#request-details button");
    await keyboard.goTo("input[name=code-form]");
    await keyboard.press(Key.ARROW_RIGHT);
    await keyboard.enter("#copy-code");
    await keyboard.sees(textOf, "已复制。", "announcement");
    assert.equal(
      await browser.clipboard(),
      `sfs-turbo-tasks list \\
  --limit 6 \\
  --share 77ba6f4b-6365-4895-8dda-bc7142af4dde \\
  --project 0123456789abcdef0123456789abcdef \\
  --endpoint http://127.0.0.1:4010`,
    );
  });
});

describe("what it looks like", () => {
  for (const { language, scheme } of /** @type {const} */ ([
    { language: "en", scheme: "light" },
    { language: "zh-CN", scheme: "dark" },
    { language: "es", scheme: "light" },
  ])) {
    test(`in ${language}, ${scheme}: axe finds nothing, and a picture is taken`, async () => {
      await open(`lang=${language}&scheme=${scheme}`);
      await keyboard.choose("#fault", "throttled");
      await keyboard.enter("#create button[type=submit]");
      await keyboard.sees(() => document.querySelectorAll("#request-rows [data-tone=wait]").length > 0, true);
      await keyboard.choose("#fault", "none");
      await keyboard.sees(statusOf, "DOING", "task");
      await keyboard.enter("tr[data-tone=run]:nth-child(3) button.path");
      await keyboard.sees(stateOf, "running", "task");
      await keyboard.sees(statusOf, "DOING", "task");
      assert.deepEqual(await browser.violations(), []);
      await browser.takePicture(`console-${language}-${scheme}`);
    });
  }

  test("close-ups are taken, of a card and of the table", async () => {
    await open("lang=en&scheme=light");
    await keyboard.enter("tr[data-tone=run]:nth-child(2) button.path");
    await keyboard.sees(statusOf, "DOING", "task");
    await browser.takePicture("card-running", "#task");
    await keyboard.enter("tr[data-tone=bad] button.path");
    await keyboard.sees(statusOf, "FAIL", "task");
    await browser.takePicture("card", "#task");
    await keyboard.enter("tr[data-tone=run]:nth-child(2) button.path");
    await browser.takePicture("table", "#tasks");
  });

  test("no page of 360 to 1600 pixels is wider than the window", async () => {
    await open("lang=es");
    await keyboard.sees(stateOf, "running", "tasks");
    for (const width of [360, 480, 768, 1000, 1200, 1440, 1600]) {
      await browser.resize(width, 900);
      const over = await browser.driver.executeScript(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      assert.equal(over, 0, `${width} pixels`);
    }
  });

  test("axe finds what is wrong", async () => {
    await open("lang=en&scheme=light");
    await browser.driver.executeScript("document.querySelector('.brand').style.color = '#ccc'");
    const found = await browser.violations();
    assert.deepEqual(
      found.map((line) => line.split(" ")[0]),
      ["color-contrast"],
    );
  });
});

test("nothing was missing, and the policy of the page was never violated", async () => {
  assert.deepEqual(
    pages.missing.filter((path) => path !== "/favicon.ico"),
    [],
  );
  assert.deepEqual(await browser.readConsole(), []);
  // And a violation would have been told.
  await browser.driver.executeScript("document.body.setAttribute('style', 'color: red')");
  const told = async () =>
    (await browser.readConsole()).some((line) => line.includes("Content Security Policy"));
  await browser.driver.wait(told, 60_000);
});

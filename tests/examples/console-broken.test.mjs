// What examples/console shows when the user breaks things on purpose, by keyboard.
// @ts-check
import { after, before, beforeEach, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { startConsole } from "./console-page.mjs";
import { changes, isHidden, stateOf, statusOf, textOf } from "./console-readers.mjs";

const { browser, keyboard, open, close } = await startConsole();
after(close);

describe("when things are broken on purpose,", () => {
  before(async () => {
    await open();
    await keyboard.choose("#requests-filter", "changes");
  });
  beforeEach(async () => {
    await keyboard.enter("#break-title + .mend");
    await keyboard.enter("#clear-requests");
  });
  const create = () => keyboard.enter("#create button[type=submit]");

  test("a throttled creation is sent again, and the log says why", async () => {
    await keyboard.choose("#fault", "throttled");
    await create();
    await keyboard.sees(changes, /POST 429 1$/);
    await keyboard.choose("#fault", "none");
    await keyboard.sees(changes, /^POST 202 第 \d 次，因 APIGW\.0308,.*POST 429 1$/);
    await keyboard.sees(isHidden, true, "create-failure");
  });

  for (const [fault, words, sent] of /** @type {const} */ ([
    ["unavailable", /^任务未创建: .*APIGW\.0201\s+请求ID e5f0\w+ 复制$/s, "POST 503 1"],
    ["internal", /^任务未创建: .*SFS\.TURBO\.0005\s+请求ID e5f0\w+ 复制$/s, "POST 500 1"],
    [
      "forbidden",
      /^任务未创建: .*sfsturbo:shares:createDataRepositoryTask.*SFS\.TURBO\.9000\s+请求ID e5f0\w+ 复制$/s,
      "POST 403 1",
    ],
    ["html", /^任务未创建: .*CLIENT\.INVALID_RESPONSE/s, "POST 200 1"],
    ["cutOff", /^任务未创建: .*CLIENT\.INVALID_RESPONSE/s, "POST 202 1"],
    ["lost", /^任务未创建: .*CLIENT\.NETWORK/s, "POST 无响应 1"],
    ["silent", /^任务未创建: .*CLIENT\.TIMEOUT/s, "POST 已放弃 1"],
  ])) {
    test(`"${fault}" is reported in words, and the creation is not sent twice`, async () => {
      await keyboard.choose("#fault", fault);
      await create();
      await keyboard.sees(textOf, words, "create-failure");
      await keyboard.sees(changes, [sent]);
      await keyboard.sees(textOf, /^人为故障：/, "broken-text");
      await keyboard.enter("#broken .mend");
      await keyboard.sees(isHidden, true, "broken");
    });
  }

  test("a task whose id was lost is in the table", async () => {
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

  test("answers arrive later", async () => {
    await keyboard.goTo("#delay");
    await keyboard.press(Key.ARROW_RIGHT);
    await keyboard.sees(() => document.querySelector("#delay")?.getAttribute("aria-valuetext"), "0.5 秒");
    await create();
    await keyboard.sees(changes, ["POST 202 1"]);
    const took = () =>
      Number.parseInt(document.querySelector("#request-rows .number")?.textContent ?? "", 10) >= 500;
    await keyboard.sees(took, true);
  });

  test("without a network the table and the card say so, and continue by themselves when it is back", async () => {
    await keyboard.enter("tr[data-tone=run] button.path");
    await keyboard.sees(stateOf, "running", "task");
    await keyboard.toggle("#offline");
    const chip = () => document.querySelector("#task")?.shadowRoot?.querySelector(".status")?.textContent;
    await keyboard.sees(chip, /^(?!进行中)./);
    await keyboard.toggle("#offline");
    await keyboard.sees(chip, "进行中");
  });

  test("an expired token is reported, and after a new sign-in everything continues", async () => {
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

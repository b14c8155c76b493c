// A line of progress, with a clock that the test moves.
// @ts-check
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { source } from "./source.mjs";

/** @type {any} */
let Progress;
/** @type {any} */
let Screen;
before(async () => {
  ({ Progress } = await source("terminal/progress"));
  ({ Screen } = await source("terminal/screen"));
});

/** @param {{ isTTY?: boolean, columns?: number }} terminal @param {{ quiet?: boolean }} [flags] */
function keeping(terminal, { quiet = false } = {}) {
  /** @type {string[]} */
  const written = [];
  const stream = { ...terminal, write: (/** @type {string} */ text) => written.push(text) };
  const [out, error] = [() => ({ isTTY: false, write: () => {} }), () => stream];
  const env = { NO_COLOR: "1" };
  return {
    screen: new Screen({ out, error, env, plain: false, quiet, verbose: false }),
    text: () => written.join(""),
  };
}

describe("without a terminal", () => {
  test("there is a line per change, one per minute without a change, and one last line", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    let moment = 0;
    const pass = (/** @type {number} */ seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        moment += 1000;
        t.mock.timers.tick(1000);
      }
    };
    const { screen, text } = keeping({});
    const progress = new Progress(screen, "looking", () => moment);
    pass(5);
    progress.update("DOING");
    pass(30);
    progress.update("DOING");
    pass(95);
    progress.update("DELETING");
    pass(59);
    progress.end("✓", "green", "gone");
    progress.end("✗", "red", "again");
    progress.stop();
    pass(600);
    assert.equal(
      text(),
      ["0:05  DOING", "1:05  DOING", "2:05  DOING", "2:10  DELETING", "✓ 3:09  gone", ""].join("\n"),
    );
  });

  test("a minute without any answer is reported too, and hours have their own place", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    let moment = 0;
    const { screen, text } = keeping({});
    const progress = new Progress(screen, "looking", () => moment);
    moment = 3_723_000;
    t.mock.timers.tick(1000);
    progress.stop();
    assert.equal(text(), "1:02:03  looking\n");
  });

  test("a failed look is shown until one succeeds", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    const { screen, text } = keeping({});
    const progress = new Progress(screen, "looking", () => 0);
    progress.update("DOING");
    progress.fault("HTTP.503");
    progress.well();
    progress.update("DOING");
    progress.stop();
    assert.equal(text(), "0:00  DOING\n0:00  DOING  (HTTP.503)\n");
  });

  test("a look that fails like the one before is reported once a minute", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    let moment = 0;
    const { screen, text } = keeping({});
    const progress = new Progress(screen, "looking", () => moment);
    for (const [second, fault] of /** @type {const} */ ([
      [0, "HTTP.503, the next look is in 1.0 s"],
      [1, "HTTP.503, the next look is in 2.0 s"],
      [3, "HTTP.502, the next look is in 4.0 s"],
      [62, "HTTP.502, the next look is in 15.0 s"],
      [63, "HTTP.502, the next look is in 15.0 s"],
      [64, "HTTP.502, the next look is in 15.0 s"],
    ])) {
      moment = second * 1000;
      progress.fault(fault);
    }
    progress.stop();
    assert.equal(
      text(),
      [
        "0:00  looking  (HTTP.503, the next look is in 1.0 s)",
        "0:03  looking  (HTTP.502, the next look is in 4.0 s)",
        "1:03  looking  (HTTP.502, the next look is in 15.0 s)",
        "",
      ].join("\n"),
    );
  });

  test("--quiet prints nothing", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    const { screen, text } = keeping({ isTTY: true }, { quiet: true });
    const progress = new Progress(screen, "looking", () => 0);
    progress.update("DOING");
    progress.fault("HTTP.503");
    t.mock.timers.tick(100_000);
    progress.end("✓", "green", "SUCCESS");
    assert.equal(text(), "");
  });
});

describe("on a terminal", () => {
  test("the line is redrawn, ends as one line, and is never wider than the terminal", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    let moment = 0;
    const { screen, text } = keeping({ isTTY: true, columns: 16 });
    const progress = new Progress(screen, "looking", () => moment);
    progress.update("DOING");
    moment = 61_000;
    t.mock.timers.tick(100);
    progress.update("DOING 中文中文");
    progress.end("✓", "green", "SUCCESS");
    t.mock.timers.tick(1_000);
    assert.equal(
      text(),
      [
        "\u001b[?25l",
        "\r\u001b[K⠋ 0:00  looking",
        "\r\u001b[K⠙ 0:00  DOING",
        "\r\u001b[K⠹ 1:01  DOING",
        "\r\u001b[K⠸ 1:01  DOING…",
        "\r\u001b[K\u001b[?25h",
        "✓ 1:01  SUCCESS\n",
      ].join(""),
    );
  });

  test("a terminal that does not know its width has 80 columns", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    const { screen, text } = keeping({ isTTY: true, columns: 0 });
    const progress = new Progress(screen, "x".repeat(100), () => 0);
    progress.stop();
    assert.equal(text(), `\u001b[?25l\r\u001b[K⠋ 0:00  ${"x".repeat(70)}…\r\u001b[K\u001b[?25h`);
  });
});

// In which language the texts are: the locale in any spelling, the surroundings, and an entry for each language.
// @ts-check
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { folder, LANGUAGES, messages, sfsTurboTasks } from "./message-scene.mjs";
import { runProgram } from "./program.mjs";
import { importInstalled } from "./tarball.mjs";

test("a locale is accepted in any spelling, and an unknown language becomes English", () => {
  const language = (/** @type {string} */ locale) => messages.describeError(1, locale).language;
  const spellings = {
    "zh-CN": ["zh-CN", "zh", "ZH_cn", "zh_CN.UTF-8", "zh-Hans-CN", "zh-Hans", "zh-TW", "zh-SG-u-nu-hanidec"],
    es: ["es", "ES-mx", "es_ES@euro", "es-419", " es "],
    en: ["en", "en-GB", "EN_us", "de", "C", "POSIX", "x", "-", "not a tag", "eng", "constructor"],
  };
  for (const [tag, locales] of Object.entries(spellings)) {
    for (const locale of locales) assert.equal(language(locale), tag, locale);
  }
});

test("without a locale the page's language decides, then its reader's, then the process's", async () => {
  const language = () => messages.describeError(1).language;
  const names = /** @type {const} */ (["document", "navigator"]);
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  const set = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    set("document", { documentElement: { lang: "" } });
    set("navigator", { language: "es-AR" });
    assert.equal(language(), "es");
    set("document", { documentElement: { lang: "zh-Hans" } });
    assert.equal(language(), "zh-CN");
    const throwing = () => {
      throw new Error("never to be seen");
    };
    set("document", new Proxy({}, { get: throwing }));
    assert.equal(language(), "en");
  } finally {
    for (const [index, name] of names.entries()) {
      const descriptor = before[index];
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  }
  const program =
    'import { describeError } from "sfs-turbo-tasks/messages"; console.log(describeError(1).title);';
  for (const [locale, title] of [
    ["zh_CN.UTF-8", "未知错误"],
    ["es_ES.UTF-8", "Error desconocido"],
  ]) {
    const args = ["--input-type=module", "--eval", program];
    const { stdout } = await runProgram(process.execPath, args, { cwd: folder, env: { LC_ALL: locale } });
    assert.equal(stdout, `${title}\n`);
  }
});

test("a locale of any number of parts costs no more time than a short one", () => {
  const { describeStatus } = messages;
  // With work that grows with the square of the parts, this would take hours.
  assert.equal(describeStatus("DOING", `es${"-a".repeat(1_000_000)}`).title, "En curso");
});

test("each language is an entry of its own, also for require, and gives the same texts", async () => {
  const require = createRequire(join(folder, "entry.cjs"));
  const error = new sfsTurboTasks.SfsTurboError({ kind: "forbidden", operation: "listTasks" });
  const task = { type: "export", status: "DOING", srcTarget: "results", startTime: new Date(0) };
  for (const tag of LANGUAGES) {
    const name = `sfs-turbo-tasks/messages/${tag}`;
    for (const alone of [await importInstalled(folder, name), require(name)]) {
      assert.deepEqual(alone.describeError(error), messages.describeError(error, tag));
      assert.deepEqual(alone.describeTask(task, 5_000), messages.describeTask(task, tag, 5_000));
      assert.deepEqual(alone.describeStatus("FAIL"), messages.describeStatus("FAIL", tag));
      assert.deepEqual(alone.describeType("preload"), messages.describeType("preload", tag));
      assert.equal(alone.formatDuration(65_000), messages.formatDuration(65_000, tag));
    }
  }
  assert.equal(require("sfs-turbo-tasks/messages").describeStatus("FAIL", "zh").title, "失败");
});

// The words of the elements and their style: languages, colours, movement, frames, the manifest for editors.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openElementPage } from "./element-page.mjs";

/** @typedef {import("./element-page.mjs").ElementPage} ElementPage */

/** @type {ElementPage} */
let page;

before(async () => {
  page = await openElementPage();
  await page.run("earlyProperties");
});
after(() => page?.close());

test("the nearest `lang` decides the words, and an unknown language becomes English", async () => {
  const [english, chinese, spanish] = [
    ["In progress", "Export"],
    ["进行中", "导出"],
    ["En curso", "Exportación"],
  ];
  const { inherited, changed, root, ...byTag } = await page.run("languages");
  assert.deepEqual(byTag, {
    ...{ "zh-CN": ["zh-CN", ...chinese], zh: ["zh", ...chinese], zh_CN: ["zh-CN", ...chinese] },
    ...{ "es-MX": ["es-MX", ...spanish], fr: ["en", ...english], "no tag": ["en", ...english] },
  });
  assert.deepEqual(inherited, [
    ...["Exportación", "En curso", "Sistema de archivos", "results/2026/", "→", "Bucket de OBS", "2026/"],
    ...["Inicio 26 nov, 23:04 GMT+8", "Duración 12 min 40 s"],
  ]);
  // A change of `lang` on the element takes effect at once.
  assert.deepEqual(changed.slice(0, 3), ["导出", "进行中", "文件系统"]);
  assert.equal(changed.at(-1), "用时 12 分钟 40 秒");
  assert.equal(root, "zh-CN");
});

test("a page adds words, and missing words come from the next best language", async () => {
  assert.deepEqual(await page.run("words"), { german: ["Läuft", "Export"], mexican: "Otra vez" });
});

test("the texts of `sfs-turbo-tasks/messages` say more, and use the elements' words for statuses and types", async () => {
  const { forbidden, differing } = await page.run("described");
  assert.deepEqual(forbidden.slice(-4), [
    "文件系统不存在，或您没有权限。",
    "请检查项目和文件系统。 请联系管理员申请权限。 所需IAM授权项：sfsturbo:shares:getDataRepositoryTask · SFS.TURBO.9000",
    ...["请求ID r 复制", "重试"],
  ]);
  assert.deepEqual(differing, []);
});

const [light, dark] = [
  { backgroundColor: "rgb(255, 255, 255)", color: "rgb(23, 32, 43)" },
  { backgroundColor: "rgb(22, 27, 34)", color: "rgb(230, 235, 242)" },
];
const LOOKS = /** @type {const} */ ([
  { page: "light dark", system: "light", look: light },
  { page: "light dark", system: "dark", look: dark },
  { page: "light", system: "dark", look: light },
  { page: "dark", system: "light", look: dark },
  // A page without a color-scheme is white, whatever the system prefers.
  { page: "", system: "dark", look: light },
]);

for (const { page: scheme, system, look } of LOOKS) {
  test(`a page of color-scheme "${scheme}" on a ${system} system has the matching colours`, async () => {
    await page.prefer({ "prefers-color-scheme": system });
    const { backgroundColor, color } = await page.run("look", { scheme });
    assert.deepEqual({ backgroundColor, color }, look);
  });
}

test("a page sets colours and corners, and selects by the state of a task", async () => {
  const { borderTopLeftRadius, custom, states } = await page.run("look");
  assert.deepEqual(
    { borderTopLeftRadius, custom, states },
    { borderTopLeftRadius: "10px", custom: ["3px", "rgb(1, 2, 3)"], states: ["running"] },
  );
});

test("nothing moves for a reader who wants less motion", async () => {
  await page.prefer({ "prefers-reduced-motion": "no-preference" });
  assert.equal((await page.run("look")).animations, 2);
  await page.prefer({ "prefers-reduced-motion": "reduce" });
  assert.equal((await page.run("look")).animations, 0);
});

test("if the reader's system sets all colours, each status has its own word, and lines, dots and the choice are visible", async () => {
  await page.prefer({ "forced-colors": "active" });
  assert.deepEqual(await page.run("forced"), {
    isForced: true,
    statuses: ["In progress", "Successful", "Failed", "Being deleted"],
    unseen: [],
    outlines: ["solid", "none"],
  });
  await page.prefer({ "forced-colors": "none" });
});

test("an element that is moved into another document keeps its style and continues", async () => {
  assert.deepEqual(await page.run("adopted"), ["grid", 1, 0]);
});

test("the manifest for editors lists all attributes, parts, slots and custom properties", async () => {
  const folder = join(page.folder, "node_modules/sfs-turbo-tasks");
  const { customElements } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const manifest = JSON.parse(readFileSync(join(folder, customElements), "utf8"));
  const [{ declarations }] = manifest.modules;
  const { parts, slots, observed } = await page.run("manifest");
  const script = readFileSync(join(folder, "dist/element.js"), "utf8");
  const properties = [...new Set(script.match(/--sfs-[a-z-]+/g))].sort();
  for (const { tagName, attributes, cssParts, cssProperties, slots: told } of declarations) {
    const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort();
    // The only attribute that the card sets itself is not observed.
    const set = tagName === "sfs-turbo-task" ? ["status"] : [];
    assert.deepEqual(
      [names(attributes), names(cssParts), names(told), names(cssProperties)],
      [[...observed[tagName], ...set].sort(), parts[tagName], slots[tagName], properties],
      tagName,
    );
  }
});

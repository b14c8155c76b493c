// The pages of the guide: the Markdown files of the checkout, long ones cut into a page for each section, and the examples.
// @ts-check
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { Slugger } from "typedoc";
import { root } from "../run.mjs";
import { filesBelow } from "./files.mjs";
import { cutIntoSections, headingsOf } from "./sections.mjs";

/**
 * @typedef {object} Page
 * @property {string} page its address in the site, without `.html`
 * @property {string} source the file of the checkout that its links are relative to
 * @property {string} title
 * @property {string} group under which the navigation lists it
 * @property {string} text Markdown
 * @property {Map<string, string>} targets what it shows of the checkout: a file, a folder, or `file#heading`; and the heading in
 *   the page, `""` for its beginning
 * @property {string} [language] default `en`
 * @property {{ page: string, language: string, name: string }} [translation] the same in another language
 */

/** The language of a long file, and the words that are missing in it. English is first, and always exists. */
const manuals = [
  { file: "README.md", language: "en", name: "English", group: "Guide", folder: "guide", start: "Overview" },
  {
    file: "README.zh-CN.md",
    language: "zh-CN",
    name: "中文",
    group: "指南",
    folder: "guide/zh-CN",
    start: "概述",
  },
];

/** Files that are one page each, if they exist. */
const shortFiles = ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "benches/RESULTS.md"];

/** Examples that are parts of the site themselves: their page has a link and no sources. */
const shown = new Map([
  ["gallery", "The gallery"],
  ["console", "The console page"],
]);

const LEFT_OUT = ["node_modules", "dist", "package-lock.json", "README.md"];

/**
 * @param {string} [checkout]
 * @returns {Promise<Page[]>} in the order of the navigation
 */
export async function guidePages(checkout = root) {
  const names = (await readdir(join(checkout, "docs"))).filter((name) => extname(name) === ".md").sort();
  const short = shortFiles.filter((file) => existsSync(join(checkout, file)));
  return [
    ...(await manualPages(checkout)),
    ...(await Promise.all(names.map((name) => filePage(checkout, `docs/${name}`, "Guide")))),
    ...(await examplePages(checkout)),
    ...(await Promise.all(short.map((file) => filePage(checkout, file, "Project")))),
  ];
}

/**
 * @param {string} checkout
 * @returns {Promise<Page[]>}
 */
async function manualPages(checkout) {
  const there = manuals.filter(({ file }) => existsSync(join(checkout, file)));
  const cut = await Promise.all(there.map(async ({ file }) => cutIntoSections(await read(checkout, file))));
  const english = cut[0]?.map(({ name }, index) => (index === 0 ? "overview" : name)) ?? [];
  // A translation has the sections of the original, one for one. Until then its sections are numbered.
  const named = cut.map((sections) =>
    sections.map((_, index) =>
      sections.length === english.length ? `${english[index]}` : `section-${index + 1}`,
    ),
  );
  return there.flatMap(({ file, language, group, folder, start }, which) => {
    const other = there[1 - which];
    return (cut[which] ?? []).map(({ title, name, text, anchors }, index) => {
      const own = named[which]?.[index] ?? "";
      const others = named[1 - which] ?? [];
      const counterpart = others.includes(own) ? own : others[0];
      /** @type {Map<string, string>} */
      const targets = new Map([[`${file}#${name}`, ""]]);
      if (index === 0) targets.set(file, "");
      for (const [there, here] of anchors) targets.set(`${file}#${there}`, here);
      return {
        page: `${folder}/${own}`,
        source: file,
        title: index === 0 ? start : title,
        group,
        text: other && index === 0 ? withoutLinkTo(other.file, text) : text,
        targets,
        language,
        ...(other && {
          translation: { page: `${other.folder}/${counterpart}`, language: other.language, name: other.name },
        }),
      };
    });
  });
}

/**
 * The site shows its own link to the other language, so the file's line would be a second one.
 * @param {string} file
 * @param {string} text
 */
function withoutLinkTo(file, text) {
  return text
    .split("\n")
    .filter((line) => !(line.startsWith("[") && line.endsWith(`](${file})`)))
    .join("\n");
}

/**
 * @param {string} checkout
 * @param {string} file
 * @param {string} group
 * @returns {Promise<Page>}
 */
async function filePage(checkout, file, group) {
  const { title, text, targets } = onePage(file, await read(checkout, file));
  const page = `guide/${file.replace(/\.md$/, "").replace(/^.*\//, "").toLowerCase()}`;
  return { page, source: file, title, group, text, targets };
}

/**
 * @param {string} checkout
 * @returns {Promise<Page[]>}
 */
async function examplePages(checkout) {
  const group = "Examples";
  const overview = await filePage(checkout, "examples/README.md", group);
  const folders = (await readdir(join(checkout, "examples"), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  overview.targets.set("examples", "");
  return [
    { ...overview, page: "examples/overview" },
    ...(await Promise.all(folders.map((folder) => examplePage(checkout, folder, group)))),
  ];
}

/**
 * @param {string} checkout
 * @param {string} name
 * @param {string} group
 * @returns {Promise<Page>}
 */
async function examplePage(checkout, name, group) {
  const folder = `examples/${name}`;
  const source = `${folder}/README.md`;
  const { title, text, targets, slugger } = existsSync(join(checkout, source))
    ? onePage(source, await read(checkout, source))
    : onePage(source, `# ${name}\n`);
  targets.set(folder, "");
  const live = shown.get(name);
  if (live !== undefined) {
    const link = `[${live}](site:${name}/index.html) of this site.\n\n`;
    return { page: folder, source, title, group, text: link + text, targets };
  }
  const parts = [text];
  for (const file of await filesBelow(join(checkout, folder), (name) => !LEFT_OUT.includes(name))) {
    targets.set(`${folder}/${file}`, slugger.slug(file));
    parts.push(`## \`${file}\`\n`, fence(file, await read(checkout, `${folder}/${file}`)));
  }
  return { page: folder, source, title, group, text: parts.join("\n"), targets };
}

/**
 * A file that is one page. Its first heading is the title.
 * @param {string} file
 * @param {string} markdown
 */
function onePage(file, markdown) {
  const [first, ...others] = headingsOf(markdown);
  const lines = markdown.split("\n");
  const slugger = new Slugger({ lowercase: true });
  /** @type {Map<string, string>} */
  const targets = new Map([[file, ""]]);
  if (first) targets.set(`${file}#${first.name}`, "");
  for (const { name, title } of others) targets.set(`${file}#${name}`, slugger.slug(title));
  const text = `${lines
    .slice((first?.line ?? -1) + 1)
    .join("\n")
    .trim()}\n`;
  return { title: first?.title ?? file, text, targets, slugger };
}

/** The highlighting of a file, by the end of its name; other files are plain. @type {Record<string, string>} */
const languages = {
  ".mjs": "js",
  ".js": "js",
  ".ts": "ts",
  ".tsx": "tsx",
  ".css": "css",
  ".html": "html",
  ".json": "json",
  ".conf": "nginx",
};

/**
 * @param {string} file
 * @param {string} code
 */
function fence(file, code) {
  return `~~~~${languages[extname(file)] ?? "text"}\n${code.trimEnd()}\n~~~~\n`;
}

/**
 * @param {string} checkout
 * @param {string} file
 */
function read(checkout, file) {
  return readFile(join(checkout, file), "utf8");
}

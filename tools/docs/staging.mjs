// Writes the pages of the guide as Markdown files that typedoc reads, with links to each other.
// @ts-check
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix, relative } from "node:path";
import { Failure, root } from "../run.mjs";
import { redirectLinks } from "./links.mjs";

/** @typedef {import("./guide.mjs").Page} Page */

const folder = join(root, "target/docs-pages");

/** A target that begins like this leads out of the checkout: `https:`, `mailto:`, and `site:` for the site's other parts. */
const SCHEME = /^[a-z][a-z+.-]*:/i;

/**
 * @param {readonly Page[]} pages
 * @param {Page} front the site's first page
 * @returns {Promise<{ documents: string[], front: string }>} the files
 */
export async function stagePages(pages, front) {
  await rm(folder, { recursive: true, force: true });
  const write = async (/** @type {Page} */ page) => {
    const file = fileOf(page);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, withLinks(page, pages));
    return file;
  };
  return { documents: await Promise.all(pages.map(write)), front: await write(front) };
}

/** @param {{ page: string }} page */
function fileOf({ page }) {
  return join(folder, `${page}.md`);
}

/**
 * @param {Page} page
 * @param {readonly Page[]} pages
 */
function withLinks(page, pages) {
  const { title, group, language = "en", translation, source, text } = page;
  const from = dirname(fileOf(page));
  const matter = { title, group, page: page.page, language };
  const lines = Object.entries(matter).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const other =
    translation &&
    `<span lang="${translation.language}">[${translation.name}](${linkTo(from, fileOf(translation))})</span>\n\n`;
  const redirected = redirectLinks(text, (target) => {
    if (SCHEME.test(target)) return target;
    const [path = "", heading] = target.split("#");
    const file = path === "" ? source : posix.normalize(posix.join(posix.dirname(source), path));
    return inSite(file.replace(/\/$/, ""), heading);
  });
  return `---\n${lines.join("\n")}\n---\n\n${other ?? ""}${redirected}`;

  /**
   * @param {string} file
   * @param {string | undefined} heading
   */
  function inSite(file, heading) {
    const key = heading === undefined ? file : `${file}#${heading}`;
    const found = pages.find(({ targets }) => targets.has(key));
    if (found) {
      const anchor = found.targets.get(key);
      return linkTo(from, fileOf(found)) + (anchor ? `#${anchor}` : "");
    }
    if (!existsSync(join(root, file)) || (heading !== undefined && file.endsWith(".md"))) {
      throw new Failure(`${source} links to ${key}, which is not there.`);
    }
    // An image is copied too; any other file of the checkout is not part of the site.
    return /\.(?:png|svg)$/.test(file) ? linkTo(from, join(root, file)) : undefined;
  }
}

/**
 * @param {string} from a folder
 * @param {string} file
 */
function linkTo(from, file) {
  const path = relative(from, file).split("\\").join("/");
  return path.startsWith(".") ? path : `./${path}`;
}

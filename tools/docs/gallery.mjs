// The gallery of the site: examples/gallery, with the package beside the site's pages.
// @ts-check
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure, root } from "../run.mjs";
import { filesBelow } from "./files.mjs";
import { modules } from "./package.mjs";

const source = join(root, "examples/gallery");

/** Files that only a checkout needs. */
const LEFT_OUT = ["node_modules", "package.json", "package-lock.json", "README.md"];

const IMPORT_MAP = /(<script type="importmap">)[\s\S]*?(<\/script>)/;
const STYLE = '<link rel="stylesheet" href="gallery.css">';
const TITLE = "<h1>Elements</h1>";

/** @param {string} site */
export async function buildGallery(site) {
  const folder = join(site, "gallery");
  await mkdir(folder, { recursive: true });
  for (const file of await filesBelow(source, (name) => !LEFT_OUT.includes(name))) {
    await cp(join(source, file), join(folder, file));
  }
  const html = await readFile(join(folder, "index.html"), "utf8");
  if (!IMPORT_MAP.test(html) || !html.includes(TITLE) || !html.includes(STYLE)) {
    throw new Failure("examples/gallery/index.html has no import map, or another title or style sheet.");
  }
  const imports = Object.fromEntries(
    Object.entries(modules).map(([specifier, file]) => [specifier, `../package/${file}`]),
  );
  await writeFile(
    join(folder, "index.html"),
    html
      .replace(IMPORT_MAP, (_, start, end) => `${start}${JSON.stringify({ imports })}${end}`)
      .replace(STYLE, `${STYLE}\n    <link rel="icon" href="../assets/favicon.svg">`)
      .replace(TITLE, `${TITLE}\n      <a href="../index.html">sfs-turbo-tasks</a>`),
  );
}

// The first page of the site: what the package is, how to install it, one example, and the next pages. Its words are README's.
// @ts-check
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure, root } from "../run.mjs";
import { cutIntoSections } from "./sections.mjs";

/** The next pages. */
const places = [
  {
    to: "guide/overview.html",
    name: "Guide",
    what: "From the first call to proxies, tests and the command line.",
  },
  {
    to: "reference/overview.html",
    name: "Reference",
    what: "Every function, option, event and error, by entry.",
  },
  {
    to: "gallery/index.html",
    name: "Gallery",
    what: "The elements in every state, light and dark, in three languages.",
  },
  { to: "console/index.html", name: "Console", what: "A whole page for tasks, which you can use and break." },
  { to: "guide/command-line.html", name: "Command line", what: "Every command and flag." },
  { to: "examples/overview.html", name: "Examples", what: "Whole jobs with their sources." },
];

/** @returns {Promise<import("./guide.mjs").Page>} */
export async function frontPage() {
  const sections = cutIntoSections(await readFile(join(root, "README.md"), "utf8"));
  const section = (/** @type {string} */ name) => {
    const found = sections.find((section) => section.name === name);
    if (!found)
      throw new Failure(`README.md has no section "${name}", of which the site's first page has a part.`);
    return found.text;
  };
  const start = sections[0]?.text ?? "";
  const paragraphs = start.split(/\n{2,}/);
  const features = paragraphs.filter((paragraph) => paragraph.startsWith("- ")).join("\n\n");
  const job = [section("sign-in"), section("start-a-task"), section("follow-it")].map(firstScript);
  const text = `<div class="front">

# sfs-turbo-tasks

${paragraphs[0]}

<p class="front-ways"><a href="site:guide/overview.html">Read the guide</a> <a href="site:console/index.html">Try it</a></p>

<ul class="front-places">
${places.map(({ to, name, what }) => `<li><a href="site:${to}">${name}</a> <span>${what}</span></li>`).join("\n")}
</ul>

## Install

${section("install").trim()}

## A task, from its start to its end

\`\`\`js
${job.join("\n\n")}
\`\`\`

## What it is

${features}

</div>
`;
  return {
    page: "index",
    source: "README.md",
    title: "sfs-turbo-tasks",
    group: "Guide",
    text,
    targets: new Map(),
  };
}

/**
 * The first block of JavaScript.
 * @param {string} markdown
 */
function firstScript(markdown) {
  const code = /^```js\n([\s\S]*?)\n```$/m.exec(markdown)?.[1];
  if (code === undefined)
    throw new Failure("A section of README.md has no JavaScript for the site's first page.");
  return code;
}

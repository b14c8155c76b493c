// The guide and the reference of the site, which typedoc writes: one style, one navigation, one search.
// @ts-check
import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { Application, Comment, Converter, PageEvent } from "typedoc";
import { Failure, root } from "../run.mjs";
import { Complaints } from "./complaints.mjs";
import { packageEntries } from "./entries.mjs";
import { frontPage } from "./front-page.mjs";
import { guidePages } from "./guide.mjs";
import { adaptMarkdown, adaptPage } from "./look.mjs";
import { entriesPage } from "./reference-page.mjs";
import { SiteRouter } from "./router.mjs";
import { linkSharedTypes } from "./shared-types.mjs";
import { stagePages } from "./staging.mjs";
import { SiteTheme } from "./theme.mjs";

const here = join(root, "tools/docs");

/** Types that other types are made of, and that are not exported: the pages show their result where they are used. */
const INTERNAL = {
  index: ["InvalidRequest", "Refused", "InvalidResponse", "TaskFailed", "Unanswered"],
  element: ["Settable", "Listeners"],
};

/** @param {string} site */
export async function buildPages(site) {
  const entries = packageEntries();
  const { documents, front } = await stagePages([...(await guidePages()), entriesPage()], await frontPage());
  const application = await Application.bootstrap(
    {
      name: "sfs-turbo-tasks",
      entryPoints: entries.map(({ types }) => types),
      tsconfig: join(here, "declarations.tsconfig.json"),
      projectDocuments: documents,
      readme: front,
      router: "site",
      theme: "site",
      customCss: join(here, "site.css"),
      favicon: join(here, "favicon.svg"),
      // Otherwise the pages would contain the path of this checkout, its remote and its commit.
      disableGit: true,
      disableSources: true,
      basePath: join(root, "dist"),
      hideGenerator: true,
      includeVersion: true,
      excludePrivate: true,
      excludeProtected: true,
      excludeExternals: true,
      headings: { readme: false, document: true },
      navigation: { includeGroups: true, includeFolders: false },
      navigationLinks: {
        Guide: "site:guide/overview.html",
        Reference: "site:reference/overview.html",
        Gallery: "site:gallery/index.html",
        Console: "site:console/index.html",
      },
      locales: { en: { kind_plural_module: "Reference", kind_module: "Entry" } },
      groupOrder: ["Guide", "指南", "Examples", "Reference", "Project", "*"],
      sort: ["kind", "alphabetical-ignoring-documents"],
      sortEntryPoints: false,
      searchInDocuments: true,
      searchInComments: true,
      includeHierarchySummary: false,
      // A filter is an inline style, which the policy refuses.
      visibilityFilters: {},
      highlightLanguages: [
        ...["js", "ts", "tsx", "html", "css", "json", "sh", "console", "rust"],
        ...["ini", "nginx", "powershell", "fish", "yaml", "text", "toml"],
      ],
      lightHighlightTheme: "github-light-high-contrast",
      darkHighlightTheme: "github-dark-high-contrast",
      // Names of files such as README.md are no addresses.
      markdownItOptions: { html: true, linkify: false },
      markdownItLoader: adaptMarkdown,
      suppressCommentWarningsInDeclarationFiles: false,
      intentionallyNotExported: Object.entries(INTERNAL).flatMap(([file, names]) =>
        names.map((name) => `dist/${file}.d.ts:${name}`),
      ),
      validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true },
    },
    [],
  );
  const complaints = new Complaints();
  application.logger = complaints;
  application.renderer.defineRouter("site", SiteRouter);
  application.renderer.defineTheme("site", SiteTheme);
  application.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    nameEntries(context.project);
    linkSharedTypes(context);
  });
  application.renderer.on(PageEvent.END, adaptPage);
  const project = await application.convert();
  if (project) {
    application.validate(project);
    await withStandingClock(() => application.generateDocs(project, site));
  }
  if (!project || complaints.found.length > 0) {
    throw new Failure(["The reference is not whole:", ...complaints.found].join("\n  "));
  }
  await removeInlineStyle(join(site, "assets/main.js"));
}

/**
 * Names each entry by its specifier. typedoc knows only the name of its file.
 * @param {import("typedoc").ProjectReflection} project
 */
function nameEntries(project) {
  for (const { specifier, types, summary } of packageEntries()) {
    const file = relative(join(root, "dist"), types).replace(/\.d\.ts$/, "");
    const module = project.children?.find(({ name }) => name === file);
    if (!module) throw new Failure(`typedoc has found no entry ${file}.`);
    module.name = specifier;
    module.comment = new Comment([{ kind: "text", text: summary }]);
  }
}

/**
 * The highlighter gives up after half a second for a line, so the pages would depend on the load of the machine.
 * @param {() => Promise<void>} work
 */
async function withStandingClock(work) {
  const { now } = Date;
  const standing = now();
  Date.now = () => standing;
  try {
    await work();
  } finally {
    Date.now = now;
  }
}

/**
 * typedoc's script puts an inline style for its filters into each page, which a strict policy refuses. There are no filters here.
 * @param {string} file
 */
async function removeInlineStyle(file) {
  const attached = 'document.head.appendChild(document.createElement("style"))';
  const script = await readFile(file, "utf8");
  if (script.split(attached).length !== 2) throw new Failure("typedoc's script is another one than it was.");
  await writeFile(file, script.replace(attached, 'document.createElement("style")'));
}

// A page of a Chromium extension, Manifest V3, bundled.
// @ts-check
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { makeExtension } from "../../extensions.mjs";
import { mustRun } from "../../program.mjs";
import { expectVisit } from "../answers.mjs";
import { installed, makeProject } from "../project.mjs";

const manifest = {
  manifest_version: 3,
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
  host_permissions: ["http://127.0.0.1/*"],
};

/** @type {import("../row.mjs").Row[]} */
export const extensionRows = [
  {
    name: "extension page, Manifest V3, bundled with esbuild",
    async run(tried) {
      const folder = await makeProject("esbuild", "scenario.mjs", "page-report.mjs", "vite");
      const args = ["main.js", "--bundle", "--format=esm", "--outdir=dist", "--log-level=warning"];
      await mustRun(process.execPath, [installed(folder, "esbuild/bin/esbuild"), ...args], { cwd: folder });
      const extension = join(folder, "dist");
      copyFileSync(join(folder, "index.html"), join(extension, "index.html"));
      const origin = makeExtension(extension, manifest);
      tried(await expectVisit(`${origin}/index.html`, [extension]));
    },
  },
];

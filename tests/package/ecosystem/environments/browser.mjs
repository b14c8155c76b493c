// Browsers without a bundler: a page, a Web Worker, a service worker.
// @ts-check
import { installTarball } from "../../tarball.mjs";
import { expectPage } from "../answers.mjs";

const pages = [
  { name: '`<script type="module">`', fixture: "page", path: "/" },
  { name: "Web Worker", fixture: "workers", path: "/worker.html" },
  { name: "service worker", fixture: "workers", path: "/service-worker.html" },
];

/** @type {import("../row.mjs").Row[]} */
export const browserRows = pages.map(({ name, fixture, path }) => ({
  name,
  async run(tried) {
    const folder = await installTarball("scenario.mjs", "page-report.mjs", fixture);
    tried(await expectPage(folder, path));
  },
}));

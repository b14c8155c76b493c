// What one call adds to a page, and to node_modules.
// @ts-check
import { bundle, sizesOf } from "../bundle.mjs";
import { candidates } from "../candidates.mjs";
import { installedClosure } from "../closure.mjs";
import { kibibytes } from "../table.mjs";

/** @returns {Promise<import("../table.mjs").Table[]>} */
export async function measureDownload() {
  const data = [];
  for (const { name, module, package: package_ } of candidates) {
    const sizes = sizesOf(await bundle(`export { createCall } from "./candidates/${module}";`));
    data.push({ name, ...sizes, ...(package_ ? installedClosure(package_) : { packages: 0, bytes: 0 }) });
  }
  return [
    {
      title: "Download",
      notes: [
        "esbuild's bundle of the one call: minified, ESM, for browsers, es2022; KiB. Installed: the files of the package",
        "and of all that it depends on.",
      ],
      columns: ["candidate", "raw", "gzip -9", "brotli 11", "installed MiB", "packages"],
      rows: data.map(({ name, raw, gzip, brotli, bytes, packages }) => [
        name,
        ...[raw, gzip, brotli].map(kibibytes),
        (bytes / 2 ** 20).toFixed(2),
        `${packages}`,
      ]),
      data,
    },
  ];
}

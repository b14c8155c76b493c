// Nuxt, built for Cloudflare Workers and run in workerd: a page, a page that the server fills, an answer of the server.
// @ts-check
import { mustRun } from "../../program.mjs";
import { newerNode } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";
import { startServer } from "../server.mjs";
import { expectPlaces, placeNames, SILENT } from "./server-frameworks.mjs";

const COMPATIBILITY_DATE = "2026-11-01";

/** @type {import("../row.mjs").Row[]} */
export const nuxtCloudflareRows = [
  {
    name: `Nuxt on Cloudflare Workers, with \`nitro.experimental.wasm\`: ${placeNames}`,
    async run(tried) {
      const folder = await makeProject("nuxt", "scenario.mjs");
      const tool = await makeProject("wrangler");
      const versions = { nuxt: versionOf(folder, "nuxt"), workerd: versionOf(tool, "workerd") };
      tried(`nuxt ${versions.nuxt}, workerd ${versions.workerd}`);
      const node = await newerNode();
      const build = [installed(folder, "nuxt/bin/nuxt.mjs"), "build", "--envName", "cloudflare"];
      await mustRun(node, build, { cwd: folder, env: SILENT });
      const worker = [".output/server/index.mjs", "--assets", ".output/public"];
      const ports = ["--ip", "127.0.0.1", "--port", "0", "--inspector-port", "0"];
      const server = await startServer(
        node,
        [
          installed(tool, "wrangler/bin/wrangler.js"),
          ...["dev", ...worker, ...ports, "--compatibility-date", COMPATIBILITY_DATE],
        ],
        { cwd: folder, env: { ...SILENT, WRANGLER_SEND_METRICS: "false" }, ready: /Ready on (http:\S+)/ },
      );
      try {
        await expectPlaces(server);
      } finally {
        await server.stop();
      }
    },
  },
];

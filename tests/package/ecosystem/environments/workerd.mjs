// Cloudflare's workerd, through wrangler: it uses the package's own entry, which has the core as a module.
// @ts-check
import { expectAnswer } from "../answers.mjs";
import { newerNode } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";
import { startServer } from "../server.mjs";

// The allowed options of a request depend on the date that a worker was written for.
const dates = [
  { name: "Cloudflare Workers", date: "2026-11-01" },
  { name: "Cloudflare Workers, `fetch` of before November 2024", date: "2024-10-01" },
];

/** @type {import("../row.mjs").Row[]} */
export const workerdRows = dates.map(({ name, date }) => ({
  name,
  async run(tried) {
    const folder = await makeProject("wrangler", "scenario.mjs");
    tried(`wrangler ${versionOf(folder, "wrangler")}, workerd ${versionOf(folder, "workerd")}`);
    const wrangler = installed(folder, "wrangler/bin/wrangler.js");
    const ports = ["--ip", "127.0.0.1", "--port", "0", "--inspector-port", "0"];
    const server = await startServer(
      await newerNode(),
      [wrangler, "dev", ...ports, "--compatibility-date", date],
      { cwd: folder, env: { CI: "1", WRANGLER_SEND_METRICS: "false" }, ready: /Ready on (http:\S+)/ },
    );
    try {
      await expectAnswer(server.url);
    } finally {
      await server.stop();
    }
  },
}));

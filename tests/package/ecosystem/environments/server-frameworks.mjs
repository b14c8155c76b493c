// Frameworks that render on a server: a page that calls in the browser, a page that the server fills, an answer of the server.
// @ts-check
import { freePort } from "../../free-port.mjs";
import { mustRun } from "../../program.mjs";
import { expectAnswer, expectVisit } from "../answers.mjs";
import { newerNode } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";
import { startServer } from "../server.mjs";

/**
 * @typedef {object} Framework
 * @property {string} name as the table shows it
 * @property {string} project
 * @property {string} tool the package whose version is shown
 * @property {string} program what builds, from `node_modules`
 * @property {readonly string[]} args
 * @property {(folder: string) => readonly string[]} serve the built server
 */

/** @type {readonly Framework[]} */
const frameworks = [
  {
    name: "SvelteKit",
    project: "sveltekit",
    tool: "@sveltejs/kit",
    program: "vite/bin/vite.js",
    args: ["build", "--logLevel", "warn"],
    serve: () => ["build/index.js"],
  },
  {
    name: "Astro",
    project: "astro",
    tool: "astro",
    program: "astro/bin/astro.mjs",
    args: ["build"],
    serve: () => ["dist/server/entry.mjs"],
  },
  {
    name: "React Router",
    project: "react-router",
    tool: "react-router",
    program: "@react-router/dev/bin.cjs",
    args: ["build"],
    serve: (folder) => [installed(folder, "@react-router/serve/bin.cjs"), "build/server/index.js"],
  },
  {
    name: "Nuxt",
    project: "nuxt",
    tool: "nuxt",
    program: "nuxt/bin/nuxt.mjs",
    args: ["build"],
    serve: () => [".output/server/index.mjs"],
  },
];

const places = [
  { what: "page", path: "/", expect: expectVisit },
  { what: "page that the server fills", path: "/server", expect: expectVisit },
  { what: "answer of the server", path: "/answer", expect: expectAnswer },
];

/** The places in the name of a row. */
export const placeNames = places.map(({ what }) => what).join(", ");

/** No telemetry is sent. */
export const SILENT = {
  ASTRO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  CI: "1",
};

/** @type {import("../row.mjs").Row[]} */
export const serverFrameworkRows = frameworks.map(({ name, project, tool, program, args, serve }) => ({
  name: `${name}: ${placeNames}`,
  async run(tried) {
    const folder = await makeProject(project, "scenario.mjs");
    tried(versionOf(folder, tool));
    const node = await newerNode();
    await mustRun(node, [installed(folder, program), ...args], { cwd: folder, env: SILENT });
    const port = `${await freePort()}`;
    const server = await startServer(node, serve(folder), {
      cwd: folder,
      env: { ...SILENT, NODE_ENV: "production", HOST: "127.0.0.1", PORT: port },
      ready: new RegExp(`(http://[^\\s/]+:${port})`),
    });
    try {
      await expectPlaces(server);
    } finally {
      await server.stop();
    }
  },
}));

/** @param {import("../server.mjs").Server} server */
export async function expectPlaces(server) {
  for (const { what, path, expect } of places) {
    await expect(server.url + path).catch((cause) => {
      throw new Error(`the ${what}: ${cause.message}\n${server.output()}`, { cause });
    });
  }
}

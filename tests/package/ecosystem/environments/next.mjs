// Next.js, built with either of its bundlers: a client component, a server component, a route handler.
// @ts-check

import { mustRun } from "../../program.mjs";
import { expectAnswer, expectVisit } from "../answers.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";
import { startServer } from "../server.mjs";

const env = { NEXT_TELEMETRY_DISABLED: "1" };

const places = [
  { what: "client component", path: "/", expect: expectVisit },
  { what: "server component", path: "/server", expect: expectVisit },
  { what: "route handler", path: "/answer", expect: expectAnswer },
];

/** @type {import("../row.mjs").Row[]} */
export const nextRows = ["Turbopack", "webpack"].map((bundler) => ({
  name: `Next.js with ${bundler}: ${places.map(({ what }) => what).join(", ")}`,
  async run(tried) {
    const folder = await makeProject("next", "scenario.mjs");
    tried(versionOf(folder, "next"));
    const next = installed(folder, "next/dist/bin/next");
    await mustRun(process.execPath, [next, "build", `--${bundler.toLowerCase()}`], { cwd: folder, env });
    const server = await startServer(process.execPath, [next, "start", "--port", "0"], {
      cwd: folder,
      env,
      ready: /Local:\s+(http:\S+)/,
    });
    try {
      for (const { what, path, expect } of places) {
        await expect(server.url + path).catch((cause) => {
          throw new Error(`the ${what}: ${cause.message}`, { cause });
        });
      }
    } finally {
      await server.stop();
    }
  },
}));

// Angular, with zone.js and without: change detection shows the result of a call.
// @ts-check
import { join } from "node:path";
import { mustRun } from "../../program.mjs";
import { expectPage } from "../answers.mjs";
import { newerNode } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";

const ways = [
  { name: "Angular, zoneless", configuration: "zoneless" },
  { name: "Angular, with zone.js", configuration: "zone" },
];

/** @type {import("../row.mjs").Row[]} */
export const angularRows = ways.map(({ name, configuration }) => ({
  name,
  async run(tried) {
    const folder = await makeProject("angular", "scenario.mjs");
    tried(versionOf(folder, "@angular/core"));
    const args = [installed(folder, "@angular/cli/bin/ng.js"), "build", "--configuration", configuration];
    await mustRun(await newerNode(), args, {
      cwd: folder,
      env: { NG_CLI_ANALYTICS: "false", CI: "1", HOME: folder },
    });
    await expectPage(join(folder, "dist", configuration, "browser"));
  },
}));

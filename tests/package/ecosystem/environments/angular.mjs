// Angular, with zone.js and without: change detection shows the result of a call. And Angular with the elements.
// @ts-check
import { join } from "node:path";
import { mustRun } from "../../program.mjs";
import { expectPage } from "../answers.mjs";
import { newerNode } from "../newer-node.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";
import { expectApp } from "./elements.mjs";

const ways = [
  { name: "Angular, zoneless", configuration: "zoneless", fixture: "scenario.mjs", expect: expectPage },
  { name: "Angular, with zone.js", configuration: "zone", fixture: "scenario.mjs", expect: expectPage },
  {
    name: "elements in Angular: types, page",
    configuration: "elements",
    fixture: "element-app",
    expect: (/** @type {string} */ folder) => expectApp(folder),
  },
];

/** @type {import("../row.mjs").Row[]} */
export const angularRows = ways.map(({ name, configuration, fixture, expect }) => ({
  name,
  async run(tried) {
    const folder = await makeProject("angular", fixture);
    tried(versionOf(folder, "@angular/core"));
    const args = [installed(folder, "@angular/cli/bin/ng.js"), "build", "--configuration", configuration];
    await mustRun(await newerNode(), args, {
      cwd: folder,
      env: { NG_CLI_ANALYTICS: "false", CI: "1", HOME: folder },
    });
    await expect(join(folder, "dist", configuration, "browser"));
  },
}));

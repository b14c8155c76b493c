// Functions of other packages as `fetch`: they compile, and each gives tasks and typed errors.
// @ts-check
import assert from "node:assert/strict";
import { mustRun } from "../../program.mjs";
import { withService } from "../answers.mjs";
import { installed, makeProject, versionOf } from "../project.mjs";

const works = {
  running: "DOING",
  missing: "not-found: Invalid task id.",
  aborted: "AbortError",
  unreachable: "network",
};

/** It returns parsed JSON instead of a response, and its name is the one in its bundle. @param {string} taskId */
const parsed = (taskId) =>
  `invalid-response: the answer for task ${taskId} is not a task: the function passed as fetch ($fetch2) gave no readable response`;

/** @type {import("../row.mjs").Row[]} */
export const fetchRows = [
  {
    name: "undici, node-fetch, cross-fetch, ky, ofetch as `fetch`",
    async run(tried) {
      const folder = await makeProject("fetches");
      const packages = ["undici", "node-fetch", "cross-fetch", "ky", "ofetch"];
      tried(packages.map((name) => `${name} ${versionOf(folder, name)}`).join(", "));
      const compiler = installed(folder, "typescript/bin/tsc");
      const strict = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022"];
      await mustRun(process.execPath, [compiler, ...strict, "--skipLibCheck", "fetches.ts"], { cwd: folder });
      await withService(async ({ place }) => {
        const { stdout } = await mustRun(process.execPath, ["ask.mjs", JSON.stringify(place)], {
          cwd: folder,
        });
        const { ofetch, ...others } = JSON.parse(stdout);
        for (const [name, outcome] of Object.entries(others))
          assert.deepEqual({ name, ...outcome }, { name, ...works });
        assert.equal(ofetch.running, parsed(place.running.taskId));
      });
    },
  },
];

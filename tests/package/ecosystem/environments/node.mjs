// Node, each major version that the package supports, importing and requiring.
// @ts-check
import { expectProgram } from "../answers.mjs";
import { makeNodeProject } from "../newer-node.mjs";

/** @typedef {import("../row.mjs").Row} Row */

const ways = [
  { way: "import", script: "ask.mjs" },
  { way: "require", script: "ask.cjs" },
];

/** @type {Row[]} */
export const nodeRows = [20, 22, 24, 26].flatMap((major) =>
  ways.map(({ way, script }) => ({
    name: `Node ${major}, ${way}`,
    async run(tried) {
      const { folder, node, version } = await makeNodeProject(major);
      tried(version);
      await expectProgram(node, [script], { cwd: folder });
    },
  })),
);

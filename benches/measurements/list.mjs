// The cost of a long list: listTasks, compared with fetch, JSON.parse and a mapping by hand.
// @ts-check
import { rowsBesideBase, timeBesideBase } from "./beside-base.mjs";

const byHand = { module: "list-by-hand.mjs", transport: "list.mjs" };

/** In the order of the rows. The first one shows the size of the noise. */
const candidates = [
  { name: "by hand", side: byHand },
  { name: "sfs-turbo-tasks", side: { module: "list-tasks.mjs", transport: "list.mjs" } },
];

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureList({ listBlocks }) {
  const { rounds, calls } = listBlocks;
  const data = await timeBesideBase(candidates, byHand, listBlocks);
  return [
    {
      title: "A list of 1,000 tasks, in memory",
      notes: [
        `${rounds} x ${calls} lists one after the other, blocks by hand and of the candidate in turns, a process for each`,
        "candidate. By hand: bare fetch, `response.json()`, and a literal with the ten fields of each task. Median (quartiles).",
      ],
      columns: ["candidate", "x by hand", "over by hand ms", "by hand beside it ms"],
      rows: rowsBesideBase(data, 1 / calls, 2),
      data,
    },
  ];
}

// The cost of a long list: listTasks, compared with fetch, JSON.parse and a mapping by hand.
// @ts-check
import { expectedId } from "../answers.mjs";
import { differences, quartiles, ratios, spread } from "../statistics.mjs";
import { timeInTurns } from "./calls.mjs";

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
export async function measureList({ listBlocks: { rounds, calls } }) {
  /** @type {Record<string, import("./calls.mjs").Times>} */
  const data = {};
  for (const { name, side } of candidates) {
    const sides = { candidate: side, bare: byHand };
    const amounts = { rounds, calls, inFlight: 1 };
    data[name] = await timeInTurns({
      ...sides,
      ...amounts,
      expectedId,
      endpoint: "https://memory.invalid",
    });
  }
  const each = (/** @type {number[]} */ own) => own.map((value) => value / calls);
  return [
    {
      title: "A list of 1,000 tasks, in memory",
      notes: [
        `${rounds} x ${calls} lists one after the other, blocks by hand and of the candidate in turns, a process for each`,
        "candidate. By hand: bare fetch, `response.json()`, and a literal with the ten fields of each task. Median (quartiles).",
      ],
      columns: ["candidate", "x by hand", "over by hand ms", "by hand beside it ms"],
      rows: Object.entries(data).map(([name, { bare, candidate }]) => [
        name,
        spread(ratios(candidate, bare)),
        spread(differences(each(candidate), each(bare))),
        quartiles(each(bare)).median.toFixed(2),
      ]),
      data,
    },
  ];
}

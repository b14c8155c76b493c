// The cost of a signature: a signed call, compared with the same call with a token.
// @ts-check
import { answers, expectedId } from "../answers.mjs";
import { differences, quartiles, ratios, spread } from "../statistics.mjs";
import { timeInTurns } from "./calls.mjs";

/** @param {string} module */
const side = (module) => ({ module, transport: "fetch.mjs", body: answers["sfs-turbo"].body });

/** In the order of the rows. The first one shows the size of the noise. */
const candidates = [
  { name: "token", module: "sfs-turbo-tasks.mjs" },
  { name: "access key", module: "signed.mjs" },
  { name: "access key, WebCrypto only", module: "signed-by-web-crypto.mjs" },
];

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureSigning({ memoryBlocks: { rounds, calls } }) {
  /** @type {Record<string, import("./calls.mjs").Times>} */
  const data = {};
  for (const { name, module } of candidates) {
    const sides = { candidate: side(module), bare: side("sfs-turbo-tasks.mjs") };
    const amounts = { rounds, calls, inFlight: 1 };
    data[name] = await timeInTurns({
      ...sides,
      ...amounts,
      expectedId,
      endpoint: "https://memory.invalid",
    });
  }
  const each = (/** @type {number[]} */ own) => own.map((value) => (value * 1000) / calls);
  return [
    {
      title: "A signed call, in memory",
      notes: [
        `${rounds} x ${calls} calls one after the other, blocks with a token and of the candidate in turns, a process for`,
        "each candidate. Median (quartiles).",
      ],
      columns: ["candidate", "x token", "over token µs", "token beside it µs"],
      rows: Object.entries(data).map(([name, { bare, candidate }]) => [
        name,
        spread(ratios(candidate, bare)),
        spread(differences(each(candidate), each(bare))),
        quartiles(each(bare)).median.toFixed(1),
      ]),
      data,
    },
  ];
}

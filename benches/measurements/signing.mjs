// The cost of a signature: a signed call, compared with the same call with a token.
// @ts-check
import { answers } from "../answers.mjs";
import { rowsBesideBase, timeBesideBase } from "./beside-base.mjs";

/** @param {string} module */
const sideOf = (module) => ({ module, transport: "fetch.mjs", body: answers["sfs-turbo"].body });
const token = sideOf("sfs-turbo-tasks.mjs");

/** In the order of the rows. The first one shows the size of the noise. */
const candidates = [
  { name: "token", side: token },
  { name: "access key", side: sideOf("signed.mjs") },
  { name: "access key, WebCrypto only", side: sideOf("signed-by-web-crypto.mjs") },
];

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureSigning({ memoryBlocks }) {
  const { rounds, calls } = memoryBlocks;
  const data = await timeBesideBase(candidates, token, memoryBlocks);
  return [
    {
      title: "A signed call, in memory",
      notes: [
        `${rounds} x ${calls} calls one after the other, blocks with a token and of the candidate in turns, a process for`,
        "each candidate. Median (quartiles).",
      ],
      columns: ["candidate", "x token", "over token µs", "token beside it µs"],
      rows: rowsBesideBase(data, 1000 / calls, 1),
      data,
    },
  ];
}

// A reporter for `node --test`: writes the outcome of each test as a line, for `countOutcomes`.
// Its other formats are for people: the output of a test can look like their totals.
// @ts-check
import { resolve } from "node:path";
import { outcomeLine, outcomeOf } from "./counts.mjs";

/** @param {AsyncIterable<import("./counts.mjs").TestEvent>} events */
export default async function* report(events) {
  for await (const event of events) {
    const outcome = outcomeOf(event, (name) => resolve(name));
    if (outcome) yield outcomeLine(outcome, event.data);
  }
}

// Redirects, each to a server that must see no request: `fetch` would send the token to it.
// @ts-check
import { noNetwork, noTask } from "./expected.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

/** What a browser hides from every script: the status and the headers. */
const opaque = noTask(null, { arrived: false });

/** @type {Fault[]} */
export const redirects = [
  ...[301, 302, 303, 307, 308].map((status) => ({
    name: `${status} to another origin`,
    redirect: status,
    expected: noTask(status),
    chromium: opaque,
  })),
  {
    name: "302 to a path of the same origin",
    always: { status: 302, headers: { location: "/login" } },
    expected: noTask(302),
    chromium: opaque,
  },
  {
    name: "302 to a place that is no URL",
    always: { status: 302, headers: { location: "http://[" } },
    expected: noTask(302),
    chromium: noNetwork(),
  },
  { name: "302 to nowhere", always: { status: 302 }, expected: noTask(302), chromium: opaque },
  { name: "300 with a choice", always: { status: 300, body: "<ul></ul>" }, expected: noTask(300) },
  { name: "304 without a question", always: { status: 304 }, expected: noTask(304) },
];

// The kind of an answer: by its status, and by the codes that say more than the status.
// @ts-check
import { STALE } from "./credentials.mjs";
import { noNetwork, refused } from "./expected.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

/** Statuses with an empty body, so only the status decides. */
const plain = /** @type {const} */ ([
  [400, "rejected"],
  [401, "unauthenticated"],
  [402, "rejected"],
  [403, "forbidden"],
  [404, "rejected"],
  [405, "rejected"],
  [408, "rejected"],
  [409, "rejected"],
  [410, "rejected"],
  [413, "rejected"],
  [414, "rejected"],
  [418, "rejected"],
  [422, "rejected"],
  [429, "throttled"],
  [431, "rejected"],
  [451, "rejected"],
  [494, "rejected"],
  [499, "rejected"],
  [500, "unavailable"],
  [501, "unavailable"],
  [502, "unavailable"],
  [504, "unavailable"],
  [599, "unavailable"],
]);

/** Codes that decide, and codes that seem to decide and do not. */
const coded = /** @type {const} */ ([
  [400, "SFS.TURBO.0002", "not-found"],
  [400, "SFS.TURBO.0106", "not-found"],
  [404, "SFS.TURBO.0002", "not-found"],
  [404, "SFS.TURBO.0106", "not-found"],
  [404, "APIGW.0101", "rejected"],
  [500, "SFS.TURBO.0106", "unavailable"],
  [403, "SFS.TURBO.9000", "forbidden"],
  [400, "APIGW.0308", "throttled"],
  [429, "APIC.0308", "throttled"],
  [503, "APIG.0308", "throttled"],
  [400, "SFS.TURBO.0308", "rejected"],
  [500, "SFS.TURBO.0005", "unavailable"],
  [401, "APIGW.0301", "unauthenticated"],
]);

/** @type {Fault[]} */
export const statuses = [
  ...plain.map(([status, kind]) => ({
    name: `${status} with nothing said`,
    always: { status },
    expected: refused(kind, status, `HTTP.${status}`),
  })),
  ...coded.map(([status, errCode, kind]) => ({
    name: `${status} with ${errCode}`,
    always: { status, body: JSON.stringify({ errCode, errMsg: "why" }) },
    expected: refused(kind, status, errCode, { errMsg: "why" }),
  })),
  {
    name: "407, which every fetch takes for the answer of its own proxy",
    always: { status: 407 },
    expected: noNetwork(),
  },
  {
    name: "401 that asks for a password, which must not open a dialogue",
    always: { status: 401, headers: { "www-authenticate": 'Basic realm="sfs"' } },
    expected: refused("unauthenticated", 401, "HTTP.401"),
  },
  {
    name: "a task that is not there",
    options: { taskId: "00000000000000000000000000000404" },
    only: ({ missingCodes }) => missingCodes.includes("SFS.TURBO.0106"),
    expected: refused("not-found", 400, "SFS.TURBO.0106", { errMsg: "Invalid task id." }),
  },
  {
    name: "a file system that is somebody else's",
    options: { shareId: "a1b2c3d4-0000-4000-8000-000000000403" },
    expected: refused("forbidden", 403, "SFS.TURBO.9000", { errMsg: "no privileges to operate" }),
  },
  {
    name: "a token that the gateway refuses",
    signsIn: "token",
    options: { token: STALE },
    expected: refused("unauthenticated", 401, "APIGW.0301", { seen: [STALE] }),
  },
  {
    name: "a path that no service has published",
    options: ({ place }) => ({ endpoint: `${place.endpoints.service}/elsewhere` }),
    expected: refused("rejected", 404, "APIGW.0101", {
      says: "; there is no such API at this address: check endpoint, region and the path of your proxy (HTTP 404",
    }),
  },
];

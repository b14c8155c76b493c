// The codes that the vendor documents, or that were observed. Each has a text in each language.
// @ts-check

/** SFS Turbo's, by their last four digits, in ranges of the vendor's table and the ones beside it. */
const ofService = [...[...range(1, 12), ...range(15, 42), ...range(100, 115)], ...[122, 123, 124, 126, 9000]];

/** The gateway's, by their last four digits. */
const ofGateway = [
  ...[101, 103, 104, 105, 106, 201],
  ...[...range(301, 308), 310, 311, 401, 402, 404, 501, 502],
  ...[601, 602, ...range(605, 613), 705, 802],
];

export const serviceCodes = ofService.map((digits) => `SFS.TURBO.${padded(digits)}`);

/** Under each prefix that the gateway has in one place or another. */
export const gatewayCodes = ["APIGW", "APIG", "APIC"].map((prefix) =>
  ofGateway.map((digits) => `${prefix}.${padded(digits)}`),
);

/** Codes that no service sends, but that say more than their kind; and the same code with another meaning by its status. */
export const furtherCodes = [
  ...[413, 414, 494, 500, 502, 504].map((status) => `APIGW.0201:${status}`),
  ...["HTTP.404", "HTTP.407", "CLIENT.TASK_STATUS_UNKNOWN"],
];

/** @param {number} from @param {number} to */
function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** @param {number} digits */
function padded(digits) {
  return `${digits}`.padStart(4, "0");
}

// The candidates: bare fetch, a fetch as careful as this package, the clients that a user could choose instead, and the package.
// @ts-check

/**
 * @typedef {object} Candidate
 * @property {string} name as in the tables
 * @property {string} module its file in `candidates/`; a file that imports another client is not type-checked, since that is in the scratch project
 * @property {string} [package] the npm package it is about
 * @property {keyof typeof import("./answers.mjs").answers} service what it requests
 * @property {string} transport the file in `transports/` that replaces the network
 */

/** @type {Candidate} */
export const bareFetch = {
  name: "fetch",
  module: "bare-fetch.mjs",
  service: "sfs-turbo",
  transport: "fetch.mjs",
};

/** @type {Candidate} */
export const thisPackage = {
  name: "sfs-turbo-tasks",
  module: "sfs-turbo-tasks.mjs",
  package: "sfs-turbo-tasks",
  service: "sfs-turbo",
  transport: "fetch.mjs",
};

/** @type {readonly Candidate[]} */
export const candidates = [
  bareFetch,
  // The cost of this package's promises without the package: the least possible.
  { ...bareFetch, name: "careful fetch", module: "careful-fetch.mjs" },
  fetchClient("openapi-fetch"),
  fetchClient("ofetch"),
  fetchClient("ky"),
  { ...fetchClient("axios"), transport: "axios.mjs" },
  {
    name: "azure",
    module: "azure.mjs",
    package: "@azure/arm-storagecache",
    service: "azure",
    transport: "azure.mjs",
  },
  {
    name: "aws",
    module: "aws.mjs",
    package: "@aws-sdk/client-fsx",
    service: "aws",
    transport: "aws.mjs",
  },
  thisPackage,
];

/**
 * @param {string} name of the package, and of all else
 * @returns {Candidate}
 */
function fetchClient(name) {
  return { name, module: `${name}.mjs`, package: name, service: "sfs-turbo", transport: "fetch.mjs" };
}

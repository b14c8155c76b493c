// Programs behind a company's proxy, each in its own process and Node version: the examples, and one that reports faults.
// @ts-check
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { authority } from "./certificates.mjs";
import { makeNodeProject } from "./ecosystem/newer-node.mjs";
import { makeProject, Skipped } from "./ecosystem/project.mjs";
import { checkout, mustRun } from "./program.mjs";

/** @typedef {import("node:test").TestContext} TestContext */
/** @typedef {Awaited<ReturnType<typeof import("./company-proxy.mjs").startTlsService>>} Service */
/** @typedef {keyof typeof EXAMPLES} Way */

export const EXAMPLES = {
  dispatcher: "company-proxy-dispatcher.mjs",
  "undici's fetch": "company-proxy-undici-fetch.mjs",
  environment: "company-proxy-environment.mjs",
};
export const WAYS = /** @type {Way[]} */ (Object.keys(EXAMPLES));

// An authority that Node trusts, and a company's authority that Node trusts only with a setting.
export const known = authority("An authority that everybody knows");
export const company = authority("A company");

/** @type {Promise<string> | undefined} */
let made;

/** The folder of all these programs, made once. */
export function project() {
  made ??= make();
  return made;
}

async function make() {
  const folder = await makeProject("company-proxy", "company-proxy");
  for (const name of Object.values(EXAMPLES))
    cpSync(join(checkout, "examples/proxy", name), join(folder, name));
  writeFileSync(join(folder, "known.pem"), known.root);
  writeFileSync(join(folder, "known-and-company.pem"), known.root + company.root);
  return folder;
}

/**
 * @param {number} major
 * @param {string} name
 * @param {(t: TestContext, node: string) => Promise<void>} act
 */
export function inNode(major, name, act) {
  test(`Node ${major}, ${name}`, async (t) => {
    const found = await makeNodeProject(major).catch((/** @type {unknown} */ error) => {
      if (error instanceof Skipped) return error.message;
      throw error;
    });
    if (typeof found === "string") return t.skip(found);
    await act(t, found.node);
  });
}

/**
 * @param {string} url
 * @param {string} password
 */
export function withCredentials(url, password) {
  return url.replace("//", `//user:${password}@`);
}

/**
 * @param {string} node
 * @param {Way} way
 * @param {Service} service
 * @param {string} proxy
 * @returns {Promise<string>} what it printed
 */
export async function runExample(node, way, { place, endpoint }, proxy) {
  const { stdout } = await mustRun(node, [EXAMPLES[way]], {
    cwd: await project(),
    env: {
      ...environment(way, proxy, "known.pem"),
      SFS_TURBO_ENDPOINT: endpoint,
      SFS_TURBO_PROJECT_ID: place.projectId,
      SFS_TURBO_TOKEN: place.token,
      SFS_TURBO_SHARE_ID: place.running.shareId,
    },
  });
  return stdout;
}

/**
 * @param {string} node
 * @param {Way | "older dispatcher"} way
 * @param {Service} service
 * @param {string} proxy
 * @param {{ call?: string, request?: object, options?: object, trusted?: string }} [what]
 * @returns {Promise<any>}
 */
export async function ask(node, way, { place, endpoint }, proxy, what = {}) {
  const { call = "getTask", request = place.running, options, trusted = "known.pem" } = what;
  const { projectId, token } = place;
  const told = JSON.stringify({ call, request, options: { endpoint, projectId, token, ...options } });
  const { stdout } = await mustRun(node, ["ask.mjs", way, proxy, told], {
    cwd: await project(),
    env: environment(way, proxy, trusted),
  });
  return JSON.parse(stdout);
}

/**
 * @param {string} way
 * @param {string} proxy
 * @param {string} trusted a file
 */
export function environment(way, proxy, trusted) {
  // The proxy settings of this machine do not apply to a service on it.
  const names = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy"];
  return {
    ...Object.fromEntries(names.map((name) => [name, undefined])),
    ...(way === "environment" && { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: proxy }),
    ...(way !== "environment" && { COMPANY_PROXY: proxy }),
    NODE_EXTRA_CA_CERTS: trusted,
  };
}

// The ways to get the scenario's report from a consumer: from a program, from a page, from a server.
// @ts-check
import assert from "node:assert/strict";
import { startBrowser } from "../browser.mjs";
import { expectScenario } from "../expectations.mjs";
import { servePages } from "../pages.mjs";
import { mustRun } from "../program.mjs";
import { startService } from "../service.mjs";

/** @typedef {import("../service.mjs").Service} Service */

/**
 * Runs a program whose last argument is the place, and whose output is the report.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined> }} options
 */
export async function expectProgram(command, args, options) {
  await withService(async (service) => {
    const { stdout, stderr } = await mustRun(command, [...args, JSON.stringify(service.place)], options);
    assert.equal(stderr, "");
    expectScenario(JSON.parse(stdout), service);
  });
}

/**
 * Serves a folder and opens its page.
 * @param {string} folder
 * @param {string} [path] the page's
 * @returns {Promise<string>} the browser's name and version
 */
export async function expectPage(folder, path = "/") {
  const pages = await servePages(folder);
  try {
    const browser = await expectVisit(`${pages.origin}${path}`);
    assert.deepEqual(pages.missing, []);
    return browser;
  } finally {
    await pages.close();
  }
}

/**
 * Opens a page of a running server, or of an extension; it shows the report in its element `#report`.
 * @param {string} url
 * @param {readonly string[]} [extensions] the folders of extensions that the browser loads
 * @returns {Promise<string>} the browser's name and version
 */
export function expectVisit(url, extensions) {
  return withService(async (service) => {
    const browser = await startBrowser("chromium", extensions);
    try {
      const { report } = await browser.visit(`${url}?place=${placeParameter(service)}`);
      expectScenario(report, service);
      return browser.name;
    } finally {
      await browser.close();
    }
  });
}

/**
 * Fetches a report from a server that calls the package itself, once for each request.
 * @param {string} url
 */
export async function expectAnswer(url) {
  await withService(async (service) => {
    const response = await fetch(`${url}?place=${placeParameter(service)}`);
    const text = await response.text();
    assert.equal(response.status, 200, text);
    expectScenario(JSON.parse(text), service);
  });
}

/**
 * @template T
 * @param {(service: Service) => Promise<T>} use
 */
export async function withService(use) {
  const service = await startService();
  try {
    return await use(service);
  } finally {
    await service.close();
  }
}

/** @param {Service} service */
export function placeParameter(service) {
  return encodeURIComponent(JSON.stringify(service.place));
}

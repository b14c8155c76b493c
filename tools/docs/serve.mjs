// Serves the site on this machine, like any static server.
// @ts-check
import { preview } from "vite";

/**
 * @param {string} site
 * @returns {Promise<string>} its address, at the first free port from 4173 on
 */
export async function serveSite(site) {
  const server = await preview({
    configFile: false,
    root: site,
    // A missing page must not show the first page.
    appType: "mpa",
    base: "/",
    build: { outDir: "." },
    preview: { host: "127.0.0.1" },
    logLevel: "warn",
  });
  return server.resolvedUrls?.local[0] ?? "";
}

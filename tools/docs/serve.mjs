// Serves the site on this machine, as any server of files would.
// @ts-check
import { preview } from "vite";

/**
 * @param {string} site
 * @returns {Promise<string>} its address, at the first port from 4173 on that is free
 */
export async function serveSite(site) {
  const server = await preview({
    configFile: false,
    root: site,
    // A page that is not there is not the first page.
    appType: "mpa",
    base: "/",
    build: { outDir: "." },
    preview: { host: "127.0.0.1" },
    logLevel: "warn",
  });
  return server.resolvedUrls?.local[0] ?? "";
}

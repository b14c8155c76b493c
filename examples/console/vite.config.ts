// Static files that work in any folder of a site, and a proxy to the service if SFS_TURBO_ENDPOINT names it.
import { defineConfig, type ProxyOptions } from "vite";

const { SFS_TURBO_ENDPOINT: target } = process.env;

const toService: ProxyOptions = {
  target,
  // The gateway accepts only its own host name.
  changeOrigin: true,
  // The cookies of other pages on this machine must not reach the service.
  headers: { cookie: "" },
  rewrite: (path) => path.replace(/^\/sfs-turbo/, ""),
};
const proxy: Record<string, ProxyOptions> = target ? { "/sfs-turbo": toService } : {};

export default defineConfig({
  base: "./",
  build: {
    // The policy of the page allows no `data:`.
    assetsInlineLimit: 0,
  },
  server: { proxy },
  preview: { proxy },
});

// Static files that work from any folder of a site, and, if SFS_TURBO_ENDPOINT names the service, a proxy to it.
import { defineConfig, type ProxyOptions } from "vite";

const { SFS_TURBO_ENDPOINT: target } = process.env;

const toService: ProxyOptions = {
  target,
  // The gateway knows its own host name only.
  changeOrigin: true,
  // The cookies of this machine's other pages are no business of the service.
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

// For development with Vite: the page sends requests to its own origin, and Vite forwards them. Use it with endpoint:
// "/sfs-turbo".
// @ts-check
const target = process.env.SFS_TURBO_ENDPOINT ?? "https://sfs-turbo.cn-north-4.myhuaweicloud.com";

/** @type {import("vite").UserConfig} */
export default {
  server: {
    proxy: {
      "/sfs-turbo": {
        target,
        // The gateway accepts only its own host name.
        changeOrigin: true,
        // The cookies of your site must not reach the service.
        headers: { cookie: "" },
        rewrite: (path) => path.replace(/^\/sfs-turbo/, ""),
      },
    },
  },
};

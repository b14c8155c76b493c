// While you develop with Vite: the page asks its own origin, and Vite hands that on. Use it with endpoint: "/sfs-turbo".
const target = process.env.SFS_TURBO_ENDPOINT ?? "https://sfs-turbo.cn-north-4.myhuaweicloud.com";

export default {
  server: {
    proxy: {
      "/sfs-turbo": {
        target,
        // The gateway knows its own host name only.
        changeOrigin: true,
        // The cookies of your site are no business of the service.
        headers: { cookie: "" },
        rewrite: (path) => path.replace(/^\/sfs-turbo/, ""),
      },
    },
  },
};

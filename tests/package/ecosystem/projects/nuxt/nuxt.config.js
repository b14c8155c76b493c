export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  telemetry: false,
  devtools: { enabled: false },
  // Without it a browser asks for /favicon.ico, and the 404 stands in the console.
  app: { head: { link: [{ rel: "icon", href: "data:," }] } },
});

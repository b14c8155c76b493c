export default {
  compatibilityDate: "2026-11-01",
  telemetry: false,
  devtools: { enabled: false },
  $env: {
    cloudflare: { nitro: { preset: "cloudflare_module", experimental: { wasm: true } } },
  },
};

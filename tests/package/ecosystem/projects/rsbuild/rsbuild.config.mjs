// Its page is its own: what the bundles of this project share is the script.
import { defineConfig } from "@rsbuild/core";

export default defineConfig({
  source: { entry: { index: "./main.js" } },
  html: { template: "./template.html" },
});

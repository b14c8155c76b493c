// Bundles ask.js as webpack does unless it is told otherwise, for browsers; without webpack-cli, which is as large again.
const webpack = require("webpack");

webpack({ mode: "production", context: __dirname, entry: "./ask.js" }, (error, stats) => {
  if (error) throw error;
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  if (errors.length + warnings.length > 0) console.error([...errors, ...warnings].join("\n"));
  process.exitCode = errors.length === 0 ? 0 : 1;
});

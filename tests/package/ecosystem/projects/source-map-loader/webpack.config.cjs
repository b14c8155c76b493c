// As Create React App has it: the maps of packages are read, and one that cannot be read is a warning.
module.exports = {
  mode: "production",
  entry: "./main.js",
  devtool: "source-map",
  module: { rules: [{ enforce: "pre", test: /\.(js|mjs|cjs)$/, loader: "source-map-loader" }] },
};

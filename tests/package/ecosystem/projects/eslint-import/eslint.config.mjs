// The plugin with its own resolver: it reads `main` of a package.json and no `exports`.
import plugin from "eslint-plugin-import";

export default [{ plugins: { import: plugin }, rules: { "import/no-unresolved": "error" } }];

// Node's `util`, loaded without `import`: an `import` reads every export and so loads modules that nothing here needs. Some of
// them warn about the colour settings.

import { createRequire } from "node:module";

/** `styleText` exists since Node 20.12. */
export type Util = Pick<typeof import("node:util"), "parseArgs" | "promisify"> &
  Partial<Pick<typeof import("node:util"), "styleText">>;

export const util: Util = createRequire(import.meta.url)("node:util");

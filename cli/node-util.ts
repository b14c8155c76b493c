// Node's `util`. Not by `import`: that reads every export, which loads parts that nobody here needs, and some of them warn
// about the colours that were chosen.

import { createRequire } from "node:module";

/** `styleText` came with Node 20.12. */
export type Util = Pick<typeof import("node:util"), "parseArgs"> &
  Partial<Pick<typeof import("node:util"), "styleText">>;

export const util: Util = createRequire(import.meta.url)("node:util");

// Sets up twiggy, which shows what the core is made of.
// @ts-check
import { setUpCargoTool } from "./cargo-tool.mjs";

/** @returns {Promise<string>} the program */
export const setUpTwiggy = () =>
  setUpCargoTool({ name: "twiggy", version: "0.8.0", expected: "60 to 100 s" });

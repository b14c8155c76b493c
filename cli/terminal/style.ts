// Colours, if the stream, the environment and the user allow them.

import { util } from "../node-util.js";

export type Colour = "red" | "green" | "yellow" | "cyan" | "dim" | "bold";

export type Style = (colour: Colour, text: string) => string;

type Environment = Readonly<Record<string, string | undefined>>;

/** For Node 20.0 to 20.11, which have no `styleText`. */
const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** Whether a stream gets colours. `FORCE_COLOR` takes precedence over `NO_COLOR`, as in Node itself. */
export function wantsColours(isTerminal: boolean, plain: boolean, env: Environment): boolean {
  if (plain) return false;
  const { FORCE_COLOR: forced, NO_COLOR: unwanted = "", TERM: terminal } = env;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTerminal && unwanted === "" && terminal !== "dumb";
}

/** Colours texts, or leaves them unchanged. */
export function styleFor(colours: boolean): Style {
  if (!colours) return (_, text) => text;
  // The decision was made above. Node would check its own standard output, which may be another stream.
  const styleText = util.styleText as
    | ((colour: Colour, text: string, options: { validateStream: false }) => string)
    | undefined;
  if (styleText) return (colour, text) => styleText(colour, text, { validateStream: false });
  return (colour, text) => `\u001b[${CODES[colour][0]}m${text}\u001b[${CODES[colour][1]}m`;
}

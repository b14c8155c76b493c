// A line that tells how a wait is going: drawn anew on a terminal, and one line for each change elsewhere.
// @ts-check

/**
 * @typedef {object} Stream
 * @property {boolean} [isTTY]
 * @property {number} [columns]
 * @property {(text: string) => unknown} write
 */

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Milliseconds. */
const FRAME = 100;

/** Clears a line from the cursor on. */
const CLEAR = "\u001b[K";

/**
 * Begins a line. How long it will take nobody knows, so that it tells how long it has taken.
 * @param {Stream} stream
 * @param {() => number} [now] milliseconds
 */
export function startProgress(stream, now = () => performance.now()) {
  const begun = now();
  let text = "";
  let frame = 0;
  const line = () => `${duration(now() - begun)}  ${text}`;
  const write = (/** @type {string} */ mark) => {
    // A terminal that does not know its width says 0.
    const width = (stream.columns || 80) - 1;
    stream.write(`\r${`   ${mark} ${line()}`.slice(0, width)}${CLEAR}`);
  };
  const draw = () => {
    write(FRAMES[frame % FRAMES.length] ?? "");
    frame += 1;
  };
  const timer = stream.isTTY ? setInterval(draw, FRAME) : undefined;
  return {
    /** Says what is the case from now on; nothing happens if it is as before. @param {string} change */
    update(change) {
      if (change === text) return;
      text = change;
      if (stream.isTTY) draw();
      else stream.write(`   ${line()}\n`);
    },
    /** Ends the line; what it said last stays. */
    end() {
      clearInterval(timer);
      if (!stream.isTTY) return;
      write("·");
      stream.write("\n");
    },
  };
}

/**
 * Minutes and seconds, and hours if there are any: `0:07`, `1:02:03`.
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const rest = `${two(seconds % 60)}`;
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

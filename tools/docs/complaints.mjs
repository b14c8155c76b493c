// Records typedoc's warnings, and fails the build with them: a reference must not have gaps.
// @ts-check
import { Logger, LogLevel } from "typedoc";

/** The only warning that cannot be fixed here: TypeScript's own definitions describe Promise twice. */
const OF_TYPESCRIPT = "Promise has multiple declarations with a comment.";

/** @typedef {import("typedoc").MinimalNode} MinimalNode */
/** @typedef {import("typedoc").MinimalSourceFile} MinimalSourceFile */

export class Complaints extends Logger {
  /** @type {string[]} */
  found = [];

  /**
   * @override
   * @param {string} message
   * @param {LogLevel} level
   */
  log(message, level) {
    if (level >= LogLevel.Warn && !message.startsWith(OF_TYPESCRIPT)) this.found.push(message);
  }

  /**
   * @protected
   * @override
   * @param {string} message
   * @param {LogLevel} _level
   * @param {[MinimalNode?] | [number, MinimalSourceFile]} place
   */
  addContext(message, _level, ...place) {
    const [position, file] = place;
    if (typeof position !== "number" || file === undefined) return message;
    return `${message} (${file.fileName}:${file.getLineAndCharacterOfPosition(position).line + 1})`;
  }
}

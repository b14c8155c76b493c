// The commands in a block of shell, and of a recorded session, word by word.
// @ts-check

/** Where a reader puts an id. */
const PLACEHOLDER = /<(task)>/g;

/** The commands of a block, without comments and without what was printed. @param {import("./markdown.mjs").Block} block */
export function commandsOf({ language, code }) {
  const lines = code.split("\n");
  const typed =
    language === "console"
      ? lines.filter((line) => line.startsWith("$ ")).map((line) => line.slice("$ ".length))
      : lines.map((line) => line.replace(/(^|\s+)#.*$/, ""));
  return typed.flatMap((line) => line.split(" && ")).filter((command) => command.trim() !== "");
}

/** The words of a command, up to where its output goes. @param {string} command */
export function wordsOf(command) {
  const [before = ""] = command.replace(PLACEHOLDER, "$1-id").split(" > ");
  return [...before.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
}

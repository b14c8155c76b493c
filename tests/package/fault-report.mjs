// The matrix as text: a line for each fault, a column for each operation, and the counts of each runtime.
// @ts-check
import { concerns } from "./faults/expectation.mjs";

/** @typedef {import("./faults/table.mjs").Fault} Fault */
/** @typedef {import("./faults/operations.mjs").Operation} Operation */
/** @typedef {{ runtime: string, operations: readonly Operation[] }} Part what runs in which runtime */

/** @param {readonly Part[]} parts */
export function createMatrix(parts) {
  /** @type {Map<string, "ok" | "FAILED">} */
  const cells = new Map();
  /** @param {string} runtime @param {string} title @param {string} name */
  const key = (runtime, title, name) => [runtime, title, name].join("\n");
  /** Every cell of the parts. @param {readonly Fault[]} faults */
  const allCells = (faults) =>
    parts.flatMap(({ runtime, operations }) =>
      operations.flatMap((operation) =>
        faults
          .filter((fault) => concerns(fault, operation))
          .map(({ name }) => ({
            runtime,
            title: operation.title,
            name,
            is: cells.get(key(runtime, operation.title, name)),
          })),
      ),
    );
  return {
    /**
     * Checks one cell and keeps its result.
     * @param {{ runtime: string, title: string, name: string }} place
     * @param {() => void} judge
     */
    cell({ runtime, title, name }, judge) {
      cells.set(key(runtime, title, name), "FAILED");
      judge();
      cells.set(key(runtime, title, name), "ok");
    },
    /** @param {Record<string, readonly Fault[]>} groups */
    text(groups) {
      const all = allCells(Object.values(groups).flat());
      const titles = [...new Set(all.map(({ title }) => title))];
      const width = Math.max(...all.map(({ name }) => name.length));
      /** The result of a fault with an operation, in all runtimes. @param {string} fault @param {string} column */
      const outcome = (fault, column) => {
        const found = all.filter(({ name, title }) => name === fault && title === column);
        if (found.length === 0) return "-";
        const bad = found.filter(({ is }) => is !== "ok");
        return bad.length === 0
          ? "ok"
          : bad.map(({ runtime, is }) => `${is ?? "NOT RUN"} (${runtime})`).join(", ");
      };
      /** @param {string} name @param {readonly string[]} columns */
      const line = (name, columns) =>
        `${name.padEnd(width)}  ${columns.map((text, index) => text.padEnd((titles[index]?.length ?? 0) + 2)).join("")}`.trimEnd();
      const lines = Object.entries(groups).flatMap(([group, rows]) => [
        "",
        line(group.toUpperCase(), titles),
        ...rows.map(({ name }) =>
          line(
            name,
            titles.map((title) => outcome(name, title)),
          ),
        ),
      ]);
      return [...lines, "", ...counts(all)].join("\n");
    },
  };
}

/** @param {readonly { runtime: string, title: string, is: string | undefined }[]} all */
function counts(all) {
  const columns = new Set(all.map(({ runtime, title }) => `${title}, ${runtime}`));
  return [...columns].map((column) => {
    const own = all.filter(({ runtime, title }) => `${title}, ${runtime}` === column);
    return `${column}: ${own.filter(({ is }) => is === "ok").length} of ${own.length}`;
  });
}

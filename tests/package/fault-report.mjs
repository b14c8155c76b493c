// The matrix as text: a line for each fault, a column for each runtime, and the counts.
// @ts-check

/** @typedef {import("./faults/table.mjs").Fault} Fault */

/** @param {readonly string[]} runtimes */
export function createMatrix(runtimes) {
  /** @type {Map<string, "ok" | "FAILED">} */
  const cells = new Map();
  /** @param {string} name @param {string} runtime */
  const cell = (name, runtime) => cells.get(`${runtime} ${name}`) ?? "NOT RUN";
  return {
    /**
     * Runs one cell and keeps how it ended.
     * @param {string} name
     * @param {string} runtime
     * @param {() => Promise<void>} run
     */
    async cell(name, runtime, run) {
      cells.set(`${runtime} ${name}`, "FAILED");
      await run();
      cells.set(`${runtime} ${name}`, "ok");
    },
    /** @param {Record<string, readonly Fault[]>} groups */
    text(groups) {
      const faults = Object.values(groups).flat();
      const width = Math.max(...faults.map(({ name }) => name.length));
      /** @param {string} name @param {readonly string[]} columns */
      const line = (name, columns) =>
        `${name.padEnd(width)}  ${columns.map((text) => text.padEnd(9)).join("")}`.trimEnd();
      const lines = Object.entries(groups).flatMap(([group, rows]) => [
        "",
        line(group.toUpperCase(), runtimes),
        ...rows.map(({ name }) =>
          line(
            name,
            runtimes.map((runtime) => cell(name, runtime)),
          ),
        ),
      ]);
      const counts = runtimes.map((runtime) => {
        const green = faults.filter(({ name }) => cell(name, runtime) === "ok").length;
        return `${runtime}: ${green} of ${faults.length} faults as expected`;
      });
      return [...lines, "", ...counts].join("\n");
    },
  };
}

// The time of a script from its start to its first answer, and the time to load a package.
// @ts-check
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { expectedId } from "../answers.mjs";
import { bareFetch, candidates } from "../candidates.mjs";
import { startServer } from "../server.mjs";
import { differences, quartiles, ratios, rotated, spread } from "../statistics.mjs";
import { findNodes, project, withoutWarnings } from "../workspace.mjs";

const EMPTY = "an empty script";

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureStart({ rounds }) {
  const entries = writeEntries();
  const { nodes, missing } = findNodes();
  const server = await startServer();
  try {
    const tables = [];
    for (const node of nodes) {
      const asking = await alternate(node.file, entries.asking, server.endpoint, rounds);
      const importing = await alternate(node.file, entries.importing, server.endpoint, rounds);
      tables.push(table(node.label, rounds, asking, importing, missing));
    }
    return tables;
  } finally {
    await server.close();
  }
}

/** Programs as a user has them: static imports, nothing bundled. */
function writeEntries() {
  const folder = join(project, "entries");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (/** @type {string} */ name, /** @type {string} */ code) => {
    writeFileSync(join(folder, name), `${code}\n`);
    return join(folder, name);
  };
  const print = `console.log(${JSON.stringify(expectedId)});`;
  const asking = candidates.map(({ name, module }) => ({
    name,
    file: write(
      `ask-${module}`,
      `import { createCall } from "../candidates/${module}";\nconsole.log(await createCall({ endpoint: process.argv[2] })());`,
    ),
  }));
  const importing = candidates.map(({ name, module }) => ({
    name,
    file: write(`import-${module}`, `import "../candidates/${module}";\n${print}`),
  }));
  return { asking, importing: [{ name: EMPTY, file: write("empty.mjs", print) }, ...importing] };
}

/**
 * @param {string} node
 * @param {readonly { name: string, file: string }[]} entries
 * @param {string} endpoint
 * @param {number} rounds
 * @returns {Promise<Map<string, number[]>>} milliseconds of each round
 */
async function alternate(node, entries, endpoint, rounds) {
  const times = new Map(entries.map(({ name }) => [name, /** @type {number[]} */ ([])]));
  // The first round brings the files into memory: its times are not kept.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, file } of rotated(entries, round)) {
      const milliseconds = await timeToId(node, [file, endpoint]);
      if (round > 0) times.get(name)?.push(milliseconds);
    }
  }
  return times;
}

/**
 * From spawn until the id is read on the pipe: a Node 20 process that used fetch exits some 60 ms later than necessary.
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<number>} when the process has ended, so two never run at once
 */
function timeToId(node, args) {
  return new Promise((resolve, reject) => {
    let printed = "";
    let milliseconds = 0;
    const start = performance.now();
    const child = spawn(node, args, {
      cwd: project,
      env: { ...process.env, ...withoutWarnings },
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      if (milliseconds === 0 && printed.endsWith("\n")) milliseconds = performance.now() - start;
    });
    child.once("error", reject);
    child.once("close", () => {
      if (printed.trim() === expectedId) resolve(milliseconds);
      else reject(new Error(`${args.join(" ")} printed ${JSON.stringify(printed)}`));
    });
  });
}

/**
 * @param {string} node
 * @param {number} rounds
 * @param {Map<string, number[]>} asking
 * @param {Map<string, number[]>} importing
 * @param {readonly string[]} missing
 * @returns {import("../table.mjs").Table}
 */
function table(node, rounds, asking, importing, missing) {
  const of = (/** @type {Map<string, number[]>} */ times, /** @type {string} */ name) =>
    times.get(name) ?? [];
  const bare = of(asking, bareFetch.name);
  const empty = of(importing, EMPTY);
  return {
    title: `Start, ${node}`,
    notes: [
      `${rounds} alternated rounds. Time from spawn until the task's id is read on the pipe, over bare fetch in the same`,
      `round; here ${bareFetch.name} takes ${quartiles(bare).median.toFixed(0)} ms. Import alone: the same for a script that only imports the`,
      `package, over ${EMPTY} (${quartiles(empty).median.toFixed(0)} ms). Median (quartiles).`,
      ...missing,
    ],
    columns: ["candidate", "time to id x fetch", "over fetch ms", "import x empty", "over empty ms"],
    rows: candidates.map(({ name }) => [
      name,
      spread(ratios(of(asking, name), bare)),
      spread(differences(of(asking, name), bare), 0),
      spread(ratios(of(importing, name), empty)),
      spread(differences(of(importing, name), empty), 0),
    ]),
    data: { asking: Object.fromEntries(asking), importing: Object.fromEntries(importing) },
  };
}

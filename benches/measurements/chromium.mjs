// The time of a page from navigation to its first answer, in headless Chromium.
// @ts-check
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "../../tests/package/browser.mjs";
import { expectedId } from "../answers.mjs";
import { bundle } from "../bundle.mjs";
import { bareFetch, candidates } from "../candidates.mjs";
import { startServer } from "../server.mjs";
import { differences, quartiles, ratios, rotated, spread } from "../statistics.mjs";
import { scratch } from "../workspace.mjs";

const compared = candidates.filter(({ name }) => ["fetch", "ky", "axios", "sfs-turbo-tasks"].includes(name));

/**
 * @param {import("../options.mjs").Amounts} amounts
 * @returns {Promise<import("../table.mjs").Table[]>}
 */
export async function measureChromium({ rounds }) {
  const server = await startServer(await writePages());
  const browser = await startBrowser();
  /** @type {Map<string, number[]>} */
  const times = new Map(compared.map(({ name }) => [name, []]));
  try {
    // The first round warms up the browser: its times are not kept.
    for (let round = 0; round <= rounds; round += 1) {
      for (const { name } of rotated(compared, round)) {
        const { report } = await browser.visit(`${server.endpoint}/${name}.html`);
        if (report.id !== expectedId) throw new Error(`${name} came to ${report.id}`);
        if (round > 0) times.get(name)?.push(report.milliseconds);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return [table(browser.name, rounds, times)];
}

/** One page for each, with one module that is bundled as for the download. */
async function writePages() {
  const folder = join(scratch, "pages");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, module } of compared) {
    const code = `
      import { createCall } from "./candidates/${module}";
      const id = await createCall({ endpoint: location.origin })();
      // Counted from the start of the navigation.
      const milliseconds = performance.now();
      document.querySelector("#report").textContent = JSON.stringify({ id, milliseconds });`;
    writeFileSync(join(folder, `${name}.js`), await bundle(code));
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<pre id="report"></pre><script type="module" src="./${name}.js"></script>\n`,
    );
  }
  return folder;
}

/**
 * @param {string} browser
 * @param {number} rounds
 * @param {Map<string, number[]>} times
 * @returns {import("../table.mjs").Table}
 */
function table(browser, rounds, times) {
  const of = (/** @type {string} */ name) => times.get(name) ?? [];
  const bare = of(bareFetch.name);
  return {
    title: `First answer on a page, ${browser} headless`,
    notes: [
      `${rounds} alternated loads, nothing cached. From the start of the navigation to the answer, over bare fetch in the`,
      `same round; here ${bareFetch.name} takes ${quartiles(bare).median.toFixed(0)} ms. Median (quartiles).`,
    ],
    columns: ["candidate", "x fetch", "over fetch ms"],
    rows: compared.map(({ name }) => [
      name,
      spread(ratios(of(name), bare)),
      spread(differences(of(name), bare), 1),
    ]),
    data: Object.fromEntries(times),
  };
}

// Runs the scenario in a page and puts the report into the page's element `#report`.
// @ts-check
import { reportScenario } from "./scenario.mjs";

/** @param {any} sfsTurboTasks what the page imported */
export async function showReport(sfsTurboTasks) {
  const place = JSON.parse(new URLSearchParams(location.search).get("place") ?? "null");
  // A failure of the scenario itself is shown too, so the test fails at once and with the reason.
  const text = await reportScenario(sfsTurboTasks, place).catch((error) =>
    JSON.stringify({ failure: error.stack }),
  );
  /** @type {HTMLElement} */ (document.getElementById("report")).textContent = text;
}

// The fates of the tasks that are created, one after the other.

import { readDuration } from "../arguments/duration.js";
import { UsageError } from "../arguments/usage-error.js";

/** One step: the fate of one task. */
export type Step =
  | { readonly outcome: "SUCCESS" | "FAIL"; readonly duration: number; readonly message: string }
  /**
   * `forever`: it runs forever. `conflict`: it is refused because of another operation. `lost`: it is created, and the answer is
   * lost.
   */
  | { readonly outcome: "forever" | "conflict" | "lost" };

/** Long enough to see the task at work, and short enough to wait for it. */
const USUAL = 20_000;

/** The steps. The last one holds for all further tasks. */
export function readScenario(texts: readonly string[]): readonly Step[] {
  // A comma separates steps only if a step begins behind it. Any other comma is part of a message.
  const steps = texts.flatMap((text) => text.split(/,\s*(?=(?:success|fail|forever|conflict|lost)\b(?!\s))/));
  return steps.length === 0 ? [{ outcome: "SUCCESS", duration: USUAL, message: "" }] : steps.map(readStep);
}

function readStep(text: string): Step {
  const [, name, duration, message = ""] =
    /^\s*(success|fail|forever|conflict|lost)(?:=([^:\s]+))?(?::\s*(.*?))?\s*$/s.exec(text) ?? [];
  const milliseconds = duration === undefined ? USUAL : duration === "0" ? 0 : readDuration(duration);
  const timed = name === "success" || name === "fail";
  const fits = timed ? milliseconds !== undefined : duration === undefined;
  if (name === undefined || !fits || milliseconds === undefined || (name !== "fail" && message !== "")) {
    throw new UsageError(
      `--scenario takes steps such as success=20s, fail=5s:why, forever, conflict or lost, not ${JSON.stringify(text)}.`,
      "help emulator",
    );
  }
  if (timed) return { outcome: name === "fail" ? "FAIL" : "SUCCESS", duration: milliseconds, message };
  return { outcome: name as "forever" | "conflict" | "lost" };
}

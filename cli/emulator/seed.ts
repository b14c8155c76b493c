// The tasks of a new emulator: one in each state that a console has to show.

import type { Emulator } from "sfs-turbo-tasks/emulator";

const MINUTE = 60_000;

export function seed(emulator: Emulator, shareId: string) {
  const startTime = Date.now() - 30 * MINUTE;
  const message = "The OBS bucket bound to sfs-link-directory does not exist.";
  return {
    running: emulator.addTask({ shareId, startTime, duration: Number.POSITIVE_INFINITY, type: "export" }),
    failed: emulator.addTask({ shareId, startTime, duration: MINUTE, outcome: "FAIL", message }),
    succeeded: emulator.addTask({ shareId, startTime, duration: 12 * MINUTE, type: "import" }),
  };
}

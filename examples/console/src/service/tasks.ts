// The file systems of the emulator and their tasks, in every state that a console has to show.
import { documentedTask, type Emulator, type NewTask } from "sfs-turbo-tasks/emulator";
import type { TextKey } from "../page/language";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export interface FileSystem {
  readonly shareId: string;
  readonly name: TextKey;
}

/** The first is that of the vendor's documentation, which every emulator has; the last is foreign to this project. */
export const fileSystems: readonly FileSystem[] = [
  { shareId: documentedTask.shareId, name: "datasets" },
  { shareId: "2f6c1d80-3b7e-4c52-9a41-6f0d8be2a913", name: "archive" },
  { shareId: "c40a9e57-81d2-4b06-b3f9-15e7c2d86a04", name: "nothing" },
  { shareId: "9e1b7f32-5d48-4a6c-8e20-b7c3f4d1058e", name: "foreign" },
];

/** The file systems of the project that only the emulator of this page has. */
export const ownFileSystems: ReadonlySet<string> = new Set(
  fileSystems.slice(1, -1).map(({ shareId }) => shareId),
);

export function addTasks(emulator: Emulator): void {
  const [first, second, third] = fileSystems.map(({ shareId }) => shareId);
  // It has been running since 2023.
  emulator.deleteTask(documentedTask.shareId, documentedTask.taskId, { duration: 0 });
  const add = (ago: number, duration: number, task: NewTask) =>
    emulator.addTask({ shareId: first, startTime: Date.now() - ago, duration, ...task });

  add(2 * DAY, 41 * MINUTE, { type: "import_metadata", srcTarget: "images", srcPrefix: "train/" });
  add(DAY + 85 * MINUTE, 12 * MINUTE + 8 * SECOND, {
    type: "preload",
    srcTarget: "models",
    srcPrefix: "checkpoints/",
  });
  const failed = add(74 * MINUTE, MINUTE, {
    ...{ type: "export", srcTarget: "results", srcPrefix: "2025/", outcome: "FAIL" as const },
    message: "The OBS bucket does not exist, or the agency has no permission for it.",
  });
  add(55 * MINUTE, 20 * MINUTE + 3 * SECOND, {
    type: "import",
    srcTarget: "images",
    srcPrefix: "validation/",
  });
  const leaving = add(31 * MINUTE, 9 * MINUTE, { type: "preload", srcTarget: "models", srcPrefix: "draft/" });
  add(12 * MINUTE + 40 * SECOND, 40 * MINUTE, { type: "export", srcTarget: "results", srcPrefix: "2026/" });
  add(20 * SECOND, 45 * SECOND, { type: "import_metadata", srcTarget: "images", srcPrefix: "test/" });
  emulator.deleteTask(failed.shareId, leaving.taskId, { duration: 2 * MINUTE });

  if (second === undefined || third === undefined) return;
  emulator.addFileSystem(second);
  for (let number = 131; number >= 1; number -= 1) {
    emulator.addTask({
      ...{ shareId: second, type: number % 3 === 0 ? "export" : "import", srcTarget: "archive" },
      ...{ srcPrefix: `day-${String(132 - number).padStart(3, "0")}/`, startTime: Date.now() - number * DAY },
      ...{ duration: (3 + (number % 17)) * MINUTE, outcome: number % 20 === 7 ? "FAIL" : "SUCCESS" },
    });
  }
  emulator.addFileSystem(third);
}

// Imports both entries, for the linter to find.
import { getTask } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";

export { createEmulator, getTask };

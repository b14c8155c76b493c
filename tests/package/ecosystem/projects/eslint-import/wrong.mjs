// Imports what the package has not, for the linter to refuse.
export { createEmulator } from "sfs-turbo-tasks/emulators";

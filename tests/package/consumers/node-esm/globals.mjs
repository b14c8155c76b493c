// Imports the package and prints the changes in the process: its globals, and what keeps it alive.
// @ts-check
const before = new Set(Reflect.ownKeys(globalThis));
await import("sfs-turbo-tasks");
const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key));
// File system requests are those that read this script and the package; they end by themselves.
const open = process.getActiveResourcesInfo().filter((resource) => !/Req/.test(resource));
console.log(JSON.stringify({ globals: globals.map(String), open }));

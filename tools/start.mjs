// `npm start`: builds the package and shows what it does, against the emulator or, if the environment says so, the service.
// @ts-check
import { main, mustRun } from "./run.mjs";
import { setUpNode } from "./set-up.mjs";
import { loadEmulator, loadPackage } from "./start/package.mjs";
import { askService } from "./start/service.mjs";
import { show } from "./start/show.mjs";

const NEXT = `
What to do next:

  npm test                               builds, and runs every test
  npm pack                               makes the tarball, for npm install in a project of yours
  npm run emulator                       this emulator as a server, for any language
  examples/nightly-script/export.mjs     a job: starts an export, waits, ends with an exit code
  examples/console-panel                 a panel in React; npm install && npm run dev
  examples/admin-page                    a page without a bundler: lists, watches, deletes
  README.md                              every option and error

With SFS_TURBO_REGION (or SFS_TURBO_ENDPOINT), SFS_TURBO_TOKEN, SFS_TURBO_PROJECT_ID and SFS_TURBO_SHARE_ID set, npm start
lists the tasks of the real file system instead, and with SFS_TURBO_TASK_ID follows one.
`;

await main(async () => {
  await setUpNode();
  await mustRun(process.execPath, ["tools/build.mjs"]);
  const sfsTurboTasks = await loadPackage();
  const { SFS_TURBO_ENDPOINT: endpoint, SFS_TURBO_REGION: region } = process.env;
  if (endpoint || region) {
    await askService(process.stdout, sfsTurboTasks, process.env);
  } else {
    await showEmulator(sfsTurboTasks);
  }
  process.stdout.write(NEXT);
});

/** @param {import("./start/package.mjs").Package} sfsTurboTasks */
async function showEmulator({ createClient, isSfsTurboError }) {
  const { createEmulator } = await loadEmulator();
  const { serveEmulator } = await import("../js/emulator/server.mjs");
  const emulator = createEmulator({ taskDuration: 2_500 });
  const server = await serveEmulator(emulator);
  try {
    const { projectId, token } = emulator;
    const client = createClient({ endpoint: server.url, projectId, token });
    console.log(`\nAn emulated SFS Turbo listens at ${server.url}.`);
    await show({ stream: process.stdout, client, emulator, isSfsTurboError });
  } finally {
    await server.close();
  }
}

// `npm start`: builds the package and shows what it does, against the emulator or the service in the environment.
// @ts-check
import { readOptions } from "./options.mjs";
import { main, mustRun } from "./run.mjs";
import { setUpNode } from "./set-up.mjs";
import { commandLine } from "./start/command-line.mjs";
import { loadEmulator } from "./start/package.mjs";
import { askService } from "./start/service.mjs";
import { show } from "./start/show.mjs";

const USAGE = `npm start
  It takes no options. With SFS_TURBO_REGION (or SFS_TURBO_ENDPOINT), SFS_TURBO_PROJECT_ID, SFS_TURBO_SHARE_ID and a way to sign in,
  it lists the tasks of the real file system; with SFS_TURBO_TASK_ID it follows one.`;

const NEXT = `
What to do next:

  npm test                               builds, and runs every test
  npm pack                               makes the tarball, for npm install in a project of yours
  npm run emulator                       this emulator as a server, for any language
  docs/command-line.md                   the command line that you have just seen
  examples/nightly-script/export.mjs     a job: starts an export, waits, ends with an exit code
  examples/console-panel                 a panel in React; npm install && npm run dev
  npm run console                        a console in a page: the elements, the texts and this emulator
  npm run docs -- --serve                the guide and the reference as a site
  examples/admin-page                    a page without a bundler: lists, watches, deletes
  README.md                              every option and error

With SFS_TURBO_REGION (or SFS_TURBO_ENDPOINT), SFS_TURBO_PROJECT_ID, SFS_TURBO_SHARE_ID and SFS_TURBO_TOKEN set, npm start
lists the tasks of the real file system instead, and with SFS_TURBO_TASK_ID follows one.
`;

await main(async () => {
  readOptions(USAGE, {});
  await setUpNode();
  await mustRun(process.execPath, ["tools/build.mjs"]);
  const { SFS_TURBO_ENDPOINT: endpoint, SFS_TURBO_REGION: region } = process.env;
  if (endpoint || region) {
    console.log();
    await askService(commandLine(process.stdout, process.env), process.env);
  } else {
    await showEmulator();
  }
  process.stdout.write(NEXT);
});

async function showEmulator() {
  const { createEmulator } = await loadEmulator();
  const { serveEmulator } = await import("../js/emulator/server.mjs");
  const emulator = createEmulator({ taskDuration: 2_500 });
  const server = await serveEmulator(emulator);
  try {
    const shareId = emulator.addFileSystem();
    const env = {
      ...process.env,
      SFS_TURBO_ENDPOINT: server.url,
      SFS_TURBO_PROJECT_ID: emulator.projectId,
      SFS_TURBO_SHARE_ID: shareId,
      SFS_TURBO_TOKEN: emulator.token,
    };
    console.log(`\nAn emulated SFS Turbo listens at ${server.url}.`);
    await show({ stream: process.stdout, run: commandLine(process.stdout, env), emulator, shareId });
  } finally {
    await server.close();
  }
}

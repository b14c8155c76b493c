// `npm start`: builds the package and shows what it does, against the emulator or, if the environment says so, the service.
// @ts-check
import { Failure, main, mustRun, root, run } from "./run.mjs";
import { setUpNode } from "./set-up.mjs";

const ids = ["SFS_TURBO_PROJECT_ID", "SFS_TURBO_SHARE_ID", "SFS_TURBO_TASK_ID"];

await main(async () => {
  await setUpNode();
  await mustRun(process.execPath, ["tools/build.mjs"]);
  const { SFS_TURBO_ENDPOINT: endpoint, SFS_TURBO_REGION: region } = process.env;
  await (endpoint || region ? askService() : askEmulator());
});

/** Asks the real service for the one task that the environment names. */
async function askService() {
  const missing = ["SFS_TURBO_TOKEN", ...ids].filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Failure(`Set ${missing.join(", ")} as well, or neither endpoint nor region.`);
  console.log("\nThe task:\n");
  await mustRun(process.execPath, ["examples/ask.mjs"]);
}

/** Asks the emulator, over HTTP, for tasks in each state, with a clock that is moved instead of waited for. */
async function askEmulator() {
  // By its path, which a checkout without a build does not have yet when this file is checked.
  const { createEmulator } = await import(`${root}dist/emulator.js`);
  const { serveEmulator } = await import("../js/emulator/server.mjs");
  let skipped = 0;
  const emulator = createEmulator({ now: () => Date.now() + skipped });
  const minutes = 60_000;
  const running = emulator.addTask({ type: "import", duration: 20 * minutes });
  const failing = emulator.addTask({
    ...{ type: "export", duration: 1 * minutes, outcome: "FAIL" },
    message: "the bucket does not exist or the agency has no permission",
  });
  const server = await serveEmulator(emulator);
  console.log(`\nAn emulated SFS Turbo listens at ${server.url}. Asking it as examples/ask.mjs does:`);
  /** @param {string} title @param {{ shareId: string, taskId: string }} task @param {number} expected the exit code */
  const ask = async (title, { shareId, taskId }, expected) => {
    console.log(`\n--- ${title}\n`);
    const values = [emulator.projectId, shareId, taskId];
    const env = {
      ...{ SFS_TURBO_ENDPOINT: server.url, SFS_TURBO_REGION: undefined, SFS_TURBO_TOKEN: emulator.token },
      ...Object.fromEntries(ids.map((name, index) => [name, values[index]])),
    };
    const { code } = await run(process.execPath, ["examples/ask.mjs"], { env });
    if (code !== expected)
      throw new Failure(`examples/ask.mjs ended with exit code ${code} instead of ${expected}.`);
  };
  try {
    await ask("a task in progress", running, 0);
    skipped = 30 * minutes;
    await ask("the same task, half an hour later", running, 0);
    await ask("a task that failed", failing, 0);
    await ask(
      "a task that does not exist: a caught SfsTurboError",
      { ...running, taskId: "no-such-task" },
      1,
    );
  } finally {
    await server.close();
  }
  console.log(
    "\nTo ask the real service, set SFS_TURBO_REGION, SFS_TURBO_TOKEN and the three ids: see README.md.",
  );
}

// The demo of `npm start`: what a script and an operator do with tasks, on the command line, against the emulator.
// @ts-check

/**
 * @param {object} given
 * @param {import("./command-line.mjs").Stream} given.stream
 * @param {import("./command-line.mjs").Run} given.run whose service is the emulator
 * @param {import("../../js/emulator/index.ts").Emulator} given.emulator
 * @param {string} given.shareId the file system of the command line
 */
export async function show({ stream, run, emulator, shareId }) {
  const looks = ["--interval", "500ms"];
  const exporting = ["create", "export", "--src-target", "results"];
  let steps = 0;
  const step = (/** @type {string} */ title) => {
    steps += 1;
    stream.write(`\n${steps}. ${title}\n\n`);
  };
  const exitCode = (/** @type {{ code: number }} */ { code }) => stream.write(`(exit code ${code})\n`);

  step("Start an export");
  const created = await run([...exporting, "--src-prefix", "2026/"], { keeps: true });

  step("Follow it to its end, whatever one look comes to");
  // The first look succeeds; the second one finds the service out of order.
  emulator.misbehave({});
  emulator.misbehave({ status: 503 });
  await run(["wait", created.output.trim(), ...looks]);

  step("Say why one has failed");
  const failing = await run(exporting, { keeps: true });
  const failed = failing.output.trim();
  const message = "The OBS bucket does not exist or cannot be accessed.";
  emulator.finishTask({ shareId, taskId: failed }, { outcome: "FAIL", message });
  exitCode(await run(["wait", failed, "-o", "id"]));

  step("List them");
  await run(["list", "-o", "table"]);

  step("Delete one");
  await run(["delete", failed, "--yes"]);
  // Earlier than by itself.
  emulator.deleteTask(shareId, failed, { duration: 1_000 });
  await run(["wait", failed, "--until", "deleted", "-o", "table", ...looks]);

  step("Ask for what is not there");
  exitCode(await run(["get", failed]));
}

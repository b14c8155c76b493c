// `emulator`: an SFS Turbo service without a cloud, for programs in any language.

import type { Context } from "../context.js";
import { announcement } from "../emulator/announcement.js";
import { readScenario } from "../emulator/scenario.js";
import { scripted } from "../emulator/scripted.js";
import { seed } from "../emulator/seed.js";
import { CommandError } from "../failure.js";
import { writeJsonLine } from "../output/json.js";
import { programTyped } from "../resume.js";
import { visible } from "../terminal/visible.js";

const PORT = 4010;

export async function run({ given, screen, env, signal }: Context): Promise<number> {
  const steps = readScenario(given.texts("scenario"));
  const [{ createEmulator, documentedAnswers, documentedTask }, { serveEmulator }] = await Promise.all([
    import("sfs-turbo-tasks/emulator"),
    import("../../js/emulator/server.mjs"),
  ]);
  const emulator = createEmulator({ taskDuration: Number.POSITIVE_INFINITY });
  const { shareId } = documentedTask;
  const tasks = seed(emulator, shareId);
  for (const further of new Set(given.texts("file-system"))) {
    if (further !== shareId) emulator.addFileSystem(further);
  }
  const port = given.number("port") ?? PORT;
  const hostname = given.text("host") ?? "127.0.0.1";
  const answering = scripted(emulator, steps, documentedAnswers.operationConflict);
  const server = await serveEmulator(answering, { port, hostname }).catch((error: Error) => {
    throw new CommandError(`cannot listen on port ${port}: ${visible(error.message)}`);
  });
  const { projectId, token, credentials } = emulator;
  const { accessKeyId, secretAccessKey } = credentials;
  const { taskId } = tasks.running;
  const told = {
    endpoint: reachable(server.url),
    projectId,
    shareId,
    token,
    accessKeyId,
    secretAccessKey,
    taskId,
  };
  screen.data(
    given.is("json")
      ? writeJsonLine(told)
      : announcement(
          told,
          [
            [taskId, "an export that runs for ever"],
            [tasks.failed.taskId, "failed, its message says why"],
            [tasks.succeeded.taskId, "succeeded"],
            [documentedTask.taskId, "the documentation's example, which runs for ever"],
          ],
          programTyped(env),
        ),
  );
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.close();
  return 0;
}

/** A wildcard address is no target for a request. The reader is on this machine, so the local address is shown. */
function reachable(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  const host = { "0.0.0.0": "127.0.0.1", "[::]": "[::1]" }[hostname];
  return host === undefined ? url : `${protocol}//${host}:${port}`;
}

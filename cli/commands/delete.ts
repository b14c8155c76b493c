// `delete`: removes a task after a confirmation.

import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";
import { CommandError } from "../failure.js";
import { unlessAborted } from "../interruption.js";
import { formatOf } from "../output/format.js";
import { writeJson, writeJsonLine } from "../output/json.js";
import { writeRecord } from "../output/record.js";
import { commandLine, needsToken } from "../resume.js";
import { connect } from "../service/connect.js";
import { visible } from "../terminal/visible.js";

export async function run(context: Context): Promise<number> {
  const { given, screen, signal } = context;
  const taskId = given.argument ?? "";
  const told = visible(taskId);
  const canAsk = process.stdin.isTTY === true && process.stderr.isTTY === true;
  if (!given.is("yes") && !canAsk) {
    throw new UsageError(
      "Without a terminal there is no confirmation: use --yes to delete the task.",
      "help delete",
    );
  }
  const { client, shareId } = await connect(context);
  if (
    !given.is("yes") &&
    !(await consents(context, `Delete task ${told} of file system ${visible(shareId)}?`))
  ) {
    throw new CommandError("nothing was deleted");
  }
  const { requestId } = await client.deleteTask({ shareId, taskId, signal });
  context.unanswered = undefined;
  const format = formatOf(context, "json");
  if (format === "json") screen.data(writeJson({ taskId, requestId }));
  else if (format === "ndjson") screen.data(writeJsonLine({ taskId, requestId }));
  else if (format === "id") screen.data(`${told}\n`);
  else {
    writeRecord(screen, [
      ["task", taskId],
      ["request", requestId],
    ]);
  }
  screen.note(`Task ${told} is being deleted. To wait until it is gone:
  ${commandLine(context, ["wait", "--until", "deleted"], taskId)}`);
  if (!screen.quiet) needsToken(context);
  return 0;
}

/** Asks on standard error, since standard output is for data. */
async function consents({ screen, signal }: Context, question: string): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  // Without a line editor the cursor keys do nothing.
  const edited = screen.isPlain ? { terminal: false } : {};
  const lines = createInterface({ input: process.stdin, output: process.stderr, ...edited });
  // Ctrl-C is a key here: the terminal sends no signal while a line is edited.
  lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  try {
    const answer = lines.question(`${question} [y/N] `, { signal });
    const text = await unlessAborted(Promise.race([answer, ended]), signal);
    return /^\s*y(es)?\s*$/i.test(text);
  } finally {
    lines.close();
  }
}

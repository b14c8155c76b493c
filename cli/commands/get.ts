// `get`: shows one task.

import type { Context } from "../context.js";
import { formatOf } from "../output/format.js";
import { writeTask } from "../output/tasks.js";
import { connect } from "../service/connect.js";

export async function run(context: Context): Promise<number> {
  const { given, signal } = context;
  const { client, shareId } = await connect(context);
  const task = await client.getTask({ shareId, taskId: given.argument ?? "", signal });
  writeTask(context, formatOf(context, "json"), task);
  return 0;
}

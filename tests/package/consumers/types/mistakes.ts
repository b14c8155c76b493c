// Mistakes that have to stop a user's program from compiling. A directive above a line without a mistake is an error itself.

import {
  type Client,
  createClient,
  getTask,
  isSfsTurboError,
  SfsTurboError,
  type Task,
  type Token,
} from "sfs-turbo-tasks";

// @ts-expect-error the output of wasm-bindgen is not part of the public API
export type { InitOutput } from "sfs-turbo-tasks";

declare function take<Wanted>(value: Wanted): void;
declare const client: Client;
declare const task: Task;
declare const caught: unknown;

const ids = { shareId: "share", taskId: "task" };
const known = { region: "cn-north-4", projectId: "project", token: "token" };

// @ts-expect-error an option's name is misspelt
getTask({ ...known, ...ids, regoin: "cn-north-4" });
// @ts-expect-error milliseconds are a number
getTask({ ...known, ...ids, timeout: "60s" });
// @ts-expect-error a signal, not its controller
getTask({ ...known, ...ids, signal: new AbortController() });
// @ts-expect-error shareId is missing
getTask({ ...known, taskId: "task" });
// @ts-expect-error taskId is missing
getTask({ ...known, shareId: "share" });
// @ts-expect-error a token is missing, and no client provides one
getTask({ region: "cn-north-4", projectId: "project", ...ids });
// @ts-expect-error a project is missing, and no client provides one
getTask({ region: "cn-north-4", token: "token", ...ids });
// @ts-expect-error a region or an endpoint is missing, and no client provides one
getTask({ projectId: "project", token: "token", ...ids });
// @ts-expect-error undefined is not a token
getTask({ ...known, ...ids, token: undefined });
// @ts-expect-error there is nothing to ask for
getTask();
// @ts-expect-error shareId is missing
client.getTask({ taskId: "task" });
// @ts-expect-error a client without a token needs one for each call
createClient({ region: "cn-north-4", projectId: "project" }).getTask(ids);
// @ts-expect-error a client without a project needs one for each call
createClient({ region: "cn-north-4", token: "token" }).getTask(ids);
// @ts-expect-error a client without a place needs one for each call
createClient({ projectId: "project", token: "token" }).getTask(ids);
// @ts-expect-error an option's name is misspelt
createClient({ ...known, regoin: "cn-north-4" });
// @ts-expect-error a fetch gives a response
createClient({ ...known, fetch: async () => 5 });
// @ts-expect-error a client asks for one task at a time, so its options name none
createClient({ ...known, taskId: "task" });
// @ts-expect-error a token function gives a string
take<Token>(() => 5);

// @ts-expect-error a task is what the service said, and not to be changed
task.status = "SUCCESS";
// @ts-expect-error the start may be unknown
task.startTime.getTime();
// @ts-expect-error the service's names are in `raw` only
task.task_id;

// @ts-expect-error anything may be caught
caught.errCode;
if (isSfsTurboError(caught)) {
  // @ts-expect-error this kind does not exist
  if (caught.kind === "not_found") throw caught;
  // @ts-expect-error without a look at the kind, there may be no status
  take<number>(caught.httpStatus);
  // @ts-expect-error an error is not to be changed
  caught.errCode = "other";
  switch (caught.kind) {
    case "invalid-request":
    case "no-credentials":
    case "network":
    case "timeout":
    case "runtime":
      break;
    default: {
      // @ts-expect-error the kinds that are an answer of the service have no arm
      take<never>(caught);
    }
  }
}
// @ts-expect-error the kind is missing, from which the rest follows
new SfsTurboError({ errCode: "CLIENT.NETWORK", errMsg: "refused" });

// @ts-expect-error a task of an unknown type cannot be created
client.createTask({ shareId: "share", type: "move", srcTarget: "results" });
// @ts-expect-error a creation needs its directory
client.createTask({ shareId: "share", type: "export" });
const creation = { shareId: "share", type: "export", srcTarget: "results" } as const;
// @ts-expect-error modes are numbers
client.createTask({ ...creation, attributes: { fileMode: "640" } });
// @ts-expect-error an attribute's name is misspelt
client.createTask({ ...creation, attributes: { file_mode: 640 } });
// @ts-expect-error an array of all tasks needs a limit
client.listAllTasks({ shareId: "share" }).toArray();
// @ts-expect-error pages have sizes, not limits
client.listAllTasks({ shareId: "share", limit: 10 });
// @ts-expect-error a wait is over when the task has ended, or is gone
client.waitForTask({ ...ids, until: "done" });
// @ts-expect-error what a wait gives that may have seen nothing may be null
client.waitForTask({ ...ids, until: "deleted" }).then((gone) => gone.taskId);
// @ts-expect-error a page is hidden in one of three ways
client.watchTask({ ...ids, whenHidden: "stop" });
// @ts-expect-error a watch is not a promise
client.watchTask(ids).then(() => {});

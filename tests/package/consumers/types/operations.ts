// Uses every operation and its types as a user's program would; compiled, never run.
import {
  type CreatedTask,
  type CreateTaskOptions,
  createClient,
  createTask,
  type DeletedTask,
  type DeleteTaskOptions,
  deleteTask,
  type Fault,
  type FollowOptions,
  isEnded,
  type ListAllTasksOptions,
  type ListTasksOptions,
  listAllTasks,
  listTasks,
  type Operations,
  type Standalone,
  type StandaloneCreateTaskOptions,
  type StandaloneWaitForTaskOptions,
  type Task,
  type TaskAttributes,
  type TaskFilter,
  type TaskList,
  type TaskPages,
  type TasksWatch,
  type TaskUpdate,
  type TaskWatch,
  type TimedTaskFilter,
  type WaitForEndOptions,
  type WaitForTaskOptions,
  type WatchTaskOptions,
  type WatchTasksOptions,
  waitForTask,
  watchTask,
  watchTasks,
} from "sfs-turbo-tasks";

type Same<Left, Right> =
  (<Probe>() => Probe extends Left ? 1 : 2) extends <Probe>() => Probe extends Right ? 1 : 2 ? true : false;
function same<Left, Right>(_answer: Same<Left, Right>): void {}

const standalone: Standalone = { region: "cn-north-4", projectId: "project", token: "token" };
const client = createClient(standalone);
const unplaced = createClient({ token: "token" });
const operations: Operations<unknown> = client;
const shareId = "share";
const ids = { shareId, taskId: "task" };

const attributes: Required<TaskAttributes> = { fileMode: 640, dirMode: 750, uid: 1000, gid: 1000 };
const creation: CreateTaskOptions = {
  shareId,
  type: "export",
  srcTarget: "results",
  srcPrefix: undefined,
  destTarget: "results",
  destPrefix: "",
  attributes,
};
const filter: TaskFilter = { shareId, status: "FAIL", type: "a-newer-type" };
const timed: TimedTaskFilter = { ...filter, startTime: new Date(), endTime: "2024-03-18T24:00:00" };
const page: ListTasksOptions = { ...timed, offset: 0, limit: 100, signal: null };
const all: ListAllTasksOptions = { ...timed, pageSize: 100, maxItems: undefined };
const following: FollowOptions<Task> = {
  interval: (seen, looks) => (isEnded(seen) ? undefined : looks * 1000),
  waitTimeout: 3_600_000,
  maxConsecutiveFailures: 5,
  whenHidden: "pause",
  onFault: ({ error, consecutive, nextDelay }: Fault) => console.log(error.kind, consecutive, nextDelay),
};
const waiting: WaitForTaskOptions = {
  ...ids,
  ...following,
  until: "ended",
  onUpdate: (_task, _previous) => {},
};
const waitingForEnd: WaitForEndOptions = { ...ids, ...following };
const watching: WatchTaskOptions = { ...ids, ...following };
const watchingAll: WatchTasksOptions = {
  ...filter,
  limit: 1000,
  interval: ({ changed }) => 1000 + changed.length,
};
const deletion: DeleteTaskOptions = ids;
const everything: StandaloneCreateTaskOptions & StandaloneWaitForTaskOptions = {
  ...creation,
  ...waiting,
  ...standalone,
};

// In a function, since a CommonJS program has no top-level await.
export async function useAll(): Promise<void> {
  const created = await client.createTask(creation);
  same<typeof created, CreatedTask>(true);
  same<typeof created.taskId, string>(true);
  same<CreatedTask, Awaited<ReturnType<typeof createTask>>>(true);
  const listed = await client.listTasks(page);
  same<typeof listed, TaskList>(true);
  same<typeof listed.tasks, readonly Task[]>(true);
  same<typeof listed.count, number>(true);
  const pages = client.listAllTasks(all);
  same<typeof pages, TaskPages>(true);
  for await (const task of pages) same<typeof task, Task>(true);
  for await (const part of pages.byPage()) same<typeof part, TaskList>(true);
  const array = await pages.toArray({ limit: 1000 });
  same<typeof array, Task[]>(true);
  const ended = await client.waitForTask(waitingForEnd);
  same<typeof ended, Task>(true);
  const simple = await client.waitForTask({ shareId, ...created });
  same<typeof simple, Task>(true);
  const patient = await client.waitForTask({ shareId, taskId: created.taskId, raw: created.raw });
  same<typeof patient, Task>(true);
  const gone = await client.waitForTask({ ...ids, until: "deleted" });
  same<typeof gone, Task | null>(true);
  const watch = client.watchTask(watching);
  same<typeof watch, TaskWatch>(true);
  for await (const task of watch) same<typeof task, Task>(true);
  const end = await watch.next();
  if (end.done) same<typeof end.value, Task | undefined>(true);
  const updates = client.watchTasks(watchingAll);
  same<typeof updates, TasksWatch>(true);
  for await (const update of updates) {
    same<typeof update, TaskUpdate>(true);
    same<typeof update.changed, readonly Task[]>(true);
    break;
  }
  await updates.return();
  await updates[Symbol.asyncDispose]();
  const deleted = await client.deleteTask(deletion);
  same<typeof deleted, DeletedTask>(true);
  await operations.deleteTask({ ...ids, timeout: 1000 });
  await unplaced.createTask({ ...creation, region: "cn-north-4", projectId: "project" });
  await createTask(everything);
  await waitForTask(everything);
  await deleteTask({ ...ids, ...standalone });
  await listTasks({ ...page, ...standalone });
  await listAllTasks({ ...all, ...standalone }).toArray({ limit: 1 });
  await watchTask({ ...watching, ...standalone }).return();
  await watchTasks({ ...watchingAll, ...standalone })
    .throw(new Error("enough"))
    .catch(() => {});
}

// Every state of the elements: the tasks and faults of an emulator that lead an element to it.
// @ts-check
const second = 1_000;
const minute = 60 * second;
const forever = { duration: Number.POSITIVE_INFINITY };
const always = { times: Number.POSITIVE_INFINITY };
const header = { "x-request-id": "e5f0c3a18d2b4f6790ab12cd34ef0003" };

/**
 * @typedef {object} Scene what a state is made of
 * @property {import("sfs-turbo-tasks/emulator").Emulator} emulator
 * @property {string} shareId
 * @property {HTMLElementTagNameMap["sfs-turbo-task" | "sfs-turbo-tasks"]} element
 * @property {(task: import("sfs-turbo-tasks/emulator").NewTask & { ago?: number }) => { shareId: string, taskId: string }} add
 *   `ago`: how long ago the task started, in milliseconds
 * @property {(then: () => void) => void} whenSeen calls it once the element has shown an answer
 */

/** Each gives the properties of one `<sfs-turbo-task>`, besides its client. @type {Record<string, (scene: Scene) => object>} */
export const cards = {
  Loading({ emulator, add }) {
    emulator.misbehave({ hang: "headers" }, always);
    return add({ ...forever });
  },
  Running: ({ add }) =>
    add({
      type: "export",
      srcTarget: "results",
      srcPrefix: "2026/",
      ...forever,
      ago: 12 * minute + 40 * second,
    }),
  Succeeded: ({ add }) => add({ type: "import", ago: 30 * minute, duration: 20 * minute + 3 * second }),
  Failed({ emulator, add }) {
    emulator.misbehave({ headers: header }, always);
    const message = "The bucket does not exist, or the agency has no permission for it.";
    const task = { type: "export", srcTarget: "results", srcPrefix: "2025/" };
    return add({ ...task, ago: 10 * minute, duration: minute, outcome: "FAIL", message });
  },
  Deleting({ emulator, add, shareId }) {
    const properties = add({ type: "preload", srcTarget: "models", srcPrefix: "checkpoints/", ...forever });
    emulator.deleteTask(shareId, properties.taskId, forever);
    return properties;
  },
  Gone({ emulator, add, shareId, whenSeen }) {
    const properties = add({ type: "import_metadata", ...forever });
    emulator.deleteTask(shareId, properties.taskId, forever);
    whenSeen(() => emulator.deleteTask(shareId, properties.taskId, { duration: 0 }));
    return { ...properties, interval: 250 };
  },
  "Not found": ({ shareId }) => ({ shareId, taskId: "5f5bd2c4-9e61-4c86-8f0e-54a0d1d20001" }),
  Offline({ emulator, add, whenSeen }) {
    whenSeen(() => emulator.misbehave({ reject: "network" }, always));
    return {
      ...add({ type: "export", srcTarget: "results", srcPrefix: "2026/", ...forever }),
      interval: 250,
    };
  },
  "No permission": ({ emulator }) => {
    emulator.misbehave(
      {
        status: 403,
        headers: header,
        body: '{"errCode":"SFS.TURBO.9000","errMsg":"no privileges to operate"}',
      },
      always,
    );
    return {
      shareId: "77ba6f4b-6365-4895-8dda-bc7142af4dde",
      taskId: "5f5bd2c4-9e61-4c86-8f0e-54a0d1d20001",
    };
  },
  "Not signed in": ({ emulator, add }) => {
    emulator.misbehave(
      {
        status: 401,
        headers: header,
        body: '{"error_code":"APIGW.0307","error_msg":"Token must be updated"}',
      },
      always,
    );
    return add({});
  },
  Paused: ({ add, element, whenSeen }) => {
    whenSeen(() => {
      element.paused = true;
    });
    return add({
      type: "preload",
      srcTarget: "models",
      srcPrefix: "checkpoints/",
      ...forever,
      ago: 2 * minute,
    });
  },
};

/** The same for `<sfs-turbo-tasks>`. @type {Record<string, (scene: Scene) => object>} */
export const tables = {
  "Many tasks, which can be deleted": ({ add, shareId }) => {
    for (let day = 1; day <= 5; day += 1) {
      add({
        type: "preload",
        srcTarget: "models",
        srcPrefix: `v${day}/`,
        ago: day * 1_440 * minute,
        duration: 7 * minute,
      });
    }
    add({ type: "import", ago: 43 * minute, duration: 20 * minute + 3 * second });
    const message = "The bucket does not exist, or the agency has no permission for it.";
    add({
      type: "export",
      srcTarget: "results",
      srcPrefix: "2025/",
      ago: 30 * minute,
      duration: minute,
      outcome: "FAIL",
      message,
    });
    add({
      type: "export",
      srcTarget: "results",
      srcPrefix: "2026/",
      ...forever,
      ago: 12 * minute + 40 * second,
    });
    return { shareId, limit: 6, deletable: true };
  },
  Loading: ({ emulator, shareId }) => {
    emulator.misbehave({ hang: "headers" }, always);
    return { shareId };
  },
  "No tasks": ({ shareId }) => ({ shareId }),
  Offline: ({ emulator, add, shareId, whenSeen }) => {
    add({ type: "export", srcTarget: "results", srcPrefix: "2026/", ...forever, ago: 12 * minute });
    whenSeen(() => emulator.misbehave({ reject: "network" }, always));
    return { shareId, interval: 250 };
  },
  "No permission": ({ emulator, shareId }) => {
    emulator.misbehave(
      {
        status: 403,
        headers: header,
        body: '{"errCode":"SFS.TURBO.9000","errMsg":"no privileges to operate"}',
      },
      always,
    );
    return { shareId };
  },
};

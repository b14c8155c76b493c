// A program that uses every public type of the elements.
import { createClient } from "sfs-turbo-tasks";
import {
  addWords,
  type ElementClient,
  type ElementMessages,
  SfsTurboElement,
  type SfsTurboEventMap,
  type SfsTurboJsx,
  SfsTurboTask,
  SfsTurboTasks,
  type TaskState,
} from "sfs-turbo-tasks/element";
import { SfsTurboTask as Defined } from "sfs-turbo-tasks/element/define";
import * as messages from "sfs-turbo-tasks/messages";
import * as spanish from "sfs-turbo-tasks/messages/es";

const client: ElementClient = createClient({ endpoint: "/sfs-turbo", projectId: "p", token: null });
const words: ElementMessages = messages;
SfsTurboElement.messages = words;
SfsTurboTask.messages = spanish;
addWords("de", { statuses: { DOING: "Läuft" } });
SfsTurboTask.define();
SfsTurboTasks.define("my-tasks", customElements);

const card = document.createElement("sfs-turbo-task");
Object.assign(card, { client });
card.client = client;
card.taskId = null;
card.interval = 1_000;
const state: TaskState = card.state;
const same: SfsTurboTask = new Defined();
card.addEventListener("sfs-task-settled", ({ detail }) => detail.gone && detail.task.endTime?.getTime());
document.addEventListener("sfs-task-update", ({ detail }) => detail.previous?.status);

const table = document.querySelector("sfs-turbo-tasks");
table?.addEventListener("sfs-task-delete", (event) => event.preventDefault());
table?.refresh().then(() => table.tasks.length);

const told: SfsTurboEventMap["sfs-task-error"]["detail"] = { error: null, final: true };
const tags: SfsTurboJsx<{ readonly className?: string }> = {
  "sfs-turbo-task": {
    ...{ client, shareId: "s", taskId: "t", paused: false, className: "wide" },
    "onsfs-task-update": ({ detail }) => detail.task.status,
  },
  "sfs-turbo-tasks": {
    client,
    shareId: "s",
    deletable: true,
    "onsfs-task-select": ({ detail }) => detail.task,
  },
};

// @ts-expect-error: an element is given a client, and never a token.
card.token = "secret";
// @ts-expect-error: what is seen cannot be set.
card.task = null;

export { same, state, tags, told };

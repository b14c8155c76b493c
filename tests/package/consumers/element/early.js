// Properties that were set on elements before the registration. This has to be the first scenario.
// @ts-check
import * as entry from "sfs-turbo-tasks/element";
import { scriptedClient } from "./scripted.js";
import { main } from "./shown.js";

const { client, watches } = scriptedClient();
const element = document.createElement("sfs-turbo-task");
Object.assign(element, { client, shareId: "share-1", taskId: "task-1", interval: 500 });
main().append(element);
const isRegistered = customElements.get("sfs-turbo-task") !== undefined;
const registered = import("sfs-turbo-tasks/element/define");

export async function earlyProperties() {
  const defined = await registered;
  await element.updateComplete;
  const { shareId, taskId, interval } = watches[0].options;
  const again = () => defined.SfsTurboTask.define();
  again();
  const other = class extends entry.SfsTurboTask {};
  other.define("another-name");
  const tagOf = (/** @type {string} */ name) =>
    /** @type {typeof entry.SfsTurboTask | undefined} */ (customElements.get(name))?.tag;
  return {
    isRegistered,
    asked: { shareId, taskId, interval: interval({}, 1), watches: watches.length },
    own: Object.keys(element).filter((name) => ["client", "shareId", "taskId", "interval"].includes(name)),
    isSame: defined.SfsTurboTask === entry.SfsTurboTask,
    tags: ["sfs-turbo-task", "sfs-turbo-tasks", "another-name"].map(tagOf),
  };
}

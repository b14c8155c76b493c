// One call without time, and with ids that have no text form: it ends before the core can check them.
// @ts-check
import { getTask, isSfsTurboError } from "sfs-turbo-tasks";

const ids = { projectId: Object.create(null), shareId: Object.create(null), taskId: Object.create(null) };
const promise = getTask({ endpoint: "https://sfs.invalid", token: "MIItoken", timeout: 1, ...ids });
// Nothing else runs meanwhile, so the timer is due before the core can have started.
const until = performance.now() + 50;
while (performance.now() < until);
const error = await promise.catch((reason) => reason);
console.log(JSON.stringify({ typed: isSfsTurboError(error), kind: error.kind }));

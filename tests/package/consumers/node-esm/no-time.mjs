// One call that has no time, and ids that have no text form: it is over before the core could judge them.
import { getTask, isSfsTurboError } from "sfs-turbo-tasks";

const ids = { projectId: Object.create(null), shareId: Object.create(null), taskId: Object.create(null) };
const promise = getTask({ endpoint: "https://sfs.invalid", token: "MIItoken", timeout: 1, ...ids });
// Nothing else runs meanwhile, so that the timer is due before the core can have started.
const until = performance.now() + 50;
while (performance.now() < until);
const error = await promise.catch((reason) => reason);
console.log(JSON.stringify({ typed: isSfsTurboError(error), kind: error.kind }));

// Passes errors and options across the border of a frame.
import * as outer from "./node_modules/sfs-turbo-tasks/dist/index.js";

const { endpoint, projectId, token, running, missing } = JSON.parse(
  new URLSearchParams(location.search).get("place") ?? "null",
);
const frame = document.createElement("iframe");
frame.src = "./frame.html";
document.body.append(frame);
// A frame has an empty document first, so an event of its window might belong to the wrong document.
const realm = await new Promise((resolve) => {
  const timer = setInterval(() => {
    const { contentWindow } = frame;
    if (contentWindow === null || !("sfsTurboTasks" in contentWindow)) return;
    clearInterval(timer);
    resolve(contentWindow);
  });
});
const inner = realm.sfsTurboTasks;
const fail = (/** @type {any} */ copy, options = {}) =>
  copy
    .getTask({ endpoint, projectId, token, ...missing, ...options })
    .catch((/** @type {unknown} */ error) => error);

const errors = { outer: await fail(outer), inner: await fail(inner) };
const reason = new realm.Error("left the page");
const controller = new realm.AbortController();
controller.abort(reason);
const { status } = await outer.getTask(
  new realm.Object({
    endpoint,
    projectId,
    token,
    ...running,
    fetch: realm.fetch,
    signal: new realm.AbortController().signal,
  }),
);
/** @type {HTMLElement} */ (document.getElementById("report")).textContent = JSON.stringify({
  innerIsOfOuterRealm: errors.inner instanceof Error,
  outerKnowsInner: outer.isSfsTurboError(errors.inner),
  innerKnowsOuter: inner.isSfsTurboError(errors.outer),
  errCodes: [errors.outer.errCode, errors.inner.errCode],
  statusThroughInner: status,
  abortedByInner: (await fail(outer, { signal: controller.signal })) === reason,
});

// A client that answers when a scenario says so, and what an element shows then.

export const shareId = "share-1";
/** The time of the scenarios: the twelfth minute of the task. */
export const now = Date.UTC(2026, 10, 26, 15, 16, 40);

/** A task as the package returns it. */
export function task(fields = {}) {
  return {
    ...{ taskId: "5f5bd2c4-0000-4000-8000-000000000001", type: "export", status: "DOING" },
    ...{ srcTarget: "results", srcPrefix: "2026/", destTarget: "results", destPrefix: "2026/", message: "" },
    ...{ startTime: new Date(Date.UTC(2026, 10, 26, 15, 4)), endTime: null, requestId: "request-1", raw: {} },
    ...fields,
  };
}

export function error(fields) {
  return {
    name: "SfsTurboError",
    operation: "watchTask",
    errCode: "",
    errMsg: "",
    requestId: null,
    ...fields,
  };
}

export function scriptedClient() {
  const watches = [];
  const deletions = [];
  const begin = (operation) => (options) => {
    const waiting = [];
    const watch = {
      ...{ operation, options, returned: 0 },
      next: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
      async return() {
        watch.returned += 1;
        return { done: true, value: undefined };
      },
      /** A look with a change. */
      async give(value) {
        watch.interval = options.interval(value, 1);
        waiting.shift().resolve({ done: false, value });
        await turn();
      },
      /** A look without a change. */
      async same() {
        options.interval({}, 1);
        await turn();
      },
      async end(value) {
        waiting.shift().resolve({ done: true, value });
        await turn();
      },
      async fail(reason) {
        waiting.shift().reject(reason);
        await turn();
      },
      async fault(reason, nextDelay) {
        options.onFault({ error: reason, consecutive: 1, nextDelay });
        await turn();
      },
    };
    watches.push(watch);
    return watch;
  };
  const deleteTask = (options) =>
    new Promise((resolve, reject) => deletions.push({ options, resolve, reject }));
  const client = { watchTask: begin("watchTask"), watchTasks: begin("watchTasks"), deleteTask };
  return { client, watches, deletions };
}

/** Puts an element with a client of its own into the page. */
export async function put(tag, properties = {}) {
  const scripted = scriptedClient();
  const element = document.createElement(tag);
  const told = listen(element);
  Object.assign(element, { client: scripted.client, shareId, ...properties });
  document.querySelector("main").append(element);
  await element.updateComplete;
  return { element, told, ...scripted };
}

const names = ["task-update", "task-settled", "task-error", "tasks-update", "task-select", "task-delete"];

/** The events of the elements below a node. */
export function listen(node) {
  const told = [];
  for (const name of names) {
    node.addEventListener(`sfs-${name}`, ({ type, detail }) => told.push({ type, detail }));
  }
  return told;
}

/** Lets every microtask run. */
export function turn() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The texts that a reader sees, in order, without the options of a filter. */
export function texts(element) {
  const { innerText } = element.shadowRoot.querySelector(".root");
  const choices = [...element.shadowRoot.querySelectorAll("select")].map((select) => select.innerText);
  return choices
    .reduce((text, choice) => text.replace(choice, ""), innerText)
    .replace(/\u00a0/g, " ")
    .split(/[\n\t]+/)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

export function part(element, name) {
  return element.shadowRoot.querySelector(`[part="${name}"]`);
}

export function voice(element) {
  return element.shadowRoot.querySelector("[role=status]").textContent;
}

/** Sets the clock of the page. */
export function at(time) {
  Date.now = () => time;
}

export function clear() {
  document.querySelector("main").replaceChildren();
}

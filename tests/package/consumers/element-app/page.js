// Shows the application, chooses a row, removes the application, and reports what it saw meanwhile.
// @ts-check
import { createClient } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { first, second, shareId } from "./tasks.js";

// Far longer than any step takes, so only a step that never happens reaches it.
const DEADLINE = 30_000;

/** @param {import("./props.js").Mount} mount */
export async function showReport(mount) {
  const report = await play(mount).catch((error) => ({ failure: `${error.stack}` }));
  /** @type {HTMLElement} */ (document.getElementById("report")).textContent = JSON.stringify(report);
}

/** @param {import("./props.js").Mount} mount */
async function play(mount) {
  const emulator = createEmulator();
  emulator.addFileSystem(shareId);
  const startTime = Date.UTC(2026, 0, 2, 3, 4, 5);
  for (const taskId of [first, second]) {
    emulator.addTask({ shareId, taskId, type: "export", srcPrefix: "out/", startTime, duration: Infinity });
  }
  const [client, requests] = countingClient(emulator);
  /** @type {Set<string>} */
  const told = new Set();
  const tell = (/** @type {string} */ event, /** @type {string} */ taskId) => told.add(`${event} ${taskId}`);

  const app = /** @type {HTMLElement} */ (document.getElementById("app"));
  const rendered = app.querySelector("sfs-turbo-task");
  const unmount = mount(app, { client, shareId, first, tell });
  const card = await until(() => app.querySelector("sfs-turbo-task"));
  const table = await until(() => app.querySelector("sfs-turbo-tasks"));
  await until(() => card.task?.taskId === first && table.tasks.length === 2);
  await card.updateComplete;
  const shown = card.shadowRoot?.textContent ?? "";

  await table.updateComplete;
  const rows = [...(table.shadowRoot?.querySelectorAll("[part~=row]") ?? [])];
  const row = rows[table.tasks.findIndex(({ taskId }) => taskId === second)];
  /** @type {HTMLElement | null | undefined} */ (row?.querySelector("[part~=path]"))?.click();
  await until(() => card.task?.taskId === second);

  unmount();
  await until(() => app.querySelector("sfs-turbo-task, sfs-turbo-tasks") === null);
  await card.updateComplete;
  const before = requests();
  await looks(emulator, 3);
  return {
    isTakenOver: rendered === null ? null : rendered === card,
    hasPath: shown.includes("out/"),
    settings: [card.shareId, card.interval, table.interval, table.deletable],
    told: [...told].sort(),
    isAsked: before > 0,
    requestsAfterwards: requests() - before,
  };
}

/**
 * Waits until another card beside the application has taken some looks. The application's elements would have sent requests in
 * that time too.
 * @param {import("sfs-turbo-tasks/emulator").Emulator} emulator
 * @param {number} count
 */
async function looks(emulator, count) {
  const [client, requests] = countingClient(emulator);
  const card = Object.assign(document.createElement("sfs-turbo-task"), {
    ...{ client, shareId, taskId: first, interval: 250 },
  });
  document.getElementById("beside")?.append(card);
  await until(() => requests() > count);
  card.remove();
}

/**
 * @param {import("sfs-turbo-tasks/emulator").Emulator} emulator
 * @returns {[client: import("sfs-turbo-tasks/element").ElementClient, requests: () => number]}
 */
function countingClient({ endpoint, projectId, token, fetch }) {
  let requests = 0;
  const client = createClient({
    ...{ endpoint, projectId, token },
    fetch: (url, init) => {
      requests += 1;
      return fetch(url, init);
    },
  });
  return [client, () => requests];
}

/**
 * @template T
 * @param {() => T} condition
 * @returns {Promise<Exclude<T, null | false | undefined>>} the first value that is not empty
 */
async function until(condition) {
  const end = Date.now() + DEADLINE;
  for (;;) {
    const value = condition();
    if (value) return /** @type {Exclude<T, null | false | undefined>} */ (value);
    if (Date.now() > end) throw new Error(`never: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

// The panel against the emulator: no account, no network, and no double of the client.
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { createClient } from "sfs-turbo-tasks";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { afterEach, expect, test, vi } from "vitest";
import { TaskPanel } from "./TaskPanel";
import { elapsed } from "./words";

// Much longer than it takes: the panel looks every two seconds, and more slowly when the service is busy.
const patience = { timeout: 30_000 };

afterEach(cleanup);

/** An emulator with one file system, and its panel. `session.token` decides whether the user is signed in. */
function show() {
  const emulator = createEmulator({ taskDuration: Number.POSITIVE_INFINITY });
  const shareId = emulator.addFileSystem();
  const session = { token: emulator.token };
  const signals: (AbortSignal | null | undefined)[] = [];
  const { endpoint, projectId } = emulator;
  const client = createClient({
    ...{ endpoint, projectId, token: () => session.token },
    fetch(url, init) {
      signals.push(init.signal);
      return emulator.fetch(url, init);
    },
  });
  const panel = (id: string) => (
    <StrictMode>
      <TaskPanel key={id} client={client} shareId={id} directory="results" />
    </StrictMode>
  );
  return { emulator, shareId, session, signals, client, panel };
}

test("shows the running and the completed tasks, and the reason of a failed one", async () => {
  const { emulator, shareId, panel } = show();
  emulator.addTask({ shareId, type: "import" });
  emulator.addTask({ shareId, duration: 0 });
  emulator.addTask({ shareId, duration: 0, outcome: "FAIL", message: "The bucket is gone." });
  render(panel(shareId));
  expect(screen.getByText("Loading…")).toBeDefined();
  await screen.findByText("Running", {}, patience);
  expect(screen.getByText("Done")).toBeDefined();
  expect(screen.getByText("Failed").parentElement?.textContent).toBe("FailedThe bucket is gone.");
  expect(document.body.textContent).not.toMatch(/%/);
});

test("starts an export, and follows it to its end", async () => {
  const { emulator, shareId, client, panel } = show();
  render(panel(shareId));
  await screen.findByText("There are no tasks yet.", {}, patience);
  fireEvent.click(screen.getByRole("button", { name: "Export results" }));
  await screen.findByText("Running", {}, patience);
  const [created] = emulator.requests.filter(({ method }) => method === "POST");
  expect(JSON.parse(created?.body ?? "")).toMatchObject({ type: "export", src_target: "results" });
  const [row] = screen.getAllByRole("row").slice(1);
  expect(row?.textContent).toMatch(/^Runningexportresults\/.*\d+ s$/);

  for (const { taskId } of (await client.listTasks({ shareId })).tasks)
    emulator.finishTask({ shareId, taskId });
  await screen.findByText("Done", {}, patience);
});

test("says why an export was not started", async () => {
  const { emulator, shareId, panel } = show();
  render(panel(shareId));
  await screen.findByText("There are no tasks yet.", {}, patience);
  const body = '{"errCode":"SFS.TURBO.0111","errMsg":"The OBS configuration list is empty"}';
  emulator.misbehave({ status: 400, body });
  fireEvent.click(screen.getByRole("button", { name: "Export results" }));
  const alert = await screen.findByRole("alert", {}, patience);
  expect(alert.textContent).toMatch(/^The export was not started\. .*SFS\.TURBO\.0111/);
});

test.each([
  ["is busy", { status: 429 }, /^The service is busy\. .*asked for again in \d+ s\.$/],
  ["is away", { status: 503 }, /^The service cannot be reached at the moment\. .*in \d+ s\.$/],
])("says that the service %s, for as long as it is, and goes on", async (_, fault, words) => {
  const { emulator, shareId, panel } = show();
  emulator.misbehave(fault, { times: Number.POSITIVE_INFINITY });
  render(panel(shareId));
  const notice = await screen.findByRole("status", {}, patience);
  expect(notice.textContent).toMatch(words);
  expect(screen.queryByRole("alert")).toBeNull();
  act(() => emulator.reset());
  emulator.addFileSystem(shareId);
  await screen.findByText("There are no tasks yet.", {}, patience);
  expect(screen.queryByRole("status")).toBeNull();
});

test("asks a user to sign in, and continues after that", async () => {
  const { emulator, shareId, session, panel } = show();
  session.token = "expired";
  render(panel(shareId));
  const alert = await screen.findByRole("alert", {}, patience);
  expect(alert.textContent).toBe("You are not signed in. Sign in, then try again. Try again");
  session.token = emulator.token;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("There are no tasks yet.", {}, patience);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("says that access to a file system is forbidden", async () => {
  const { panel } = show();
  render(panel("a-file-system-of-somebody-else"));
  const alert = await screen.findByRole("alert", {}, patience);
  expect(alert.textContent).toMatch(/^You have no permission .*\(SFS\.TURBO\.9000\)\./);
});

test("in StrictMode has one request under way, and none after it was removed from the page", async () => {
  const { emulator, shareId, signals, panel } = show();
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const underWay = () => signals.filter((signal) => signal?.aborted === false);
  emulator.misbehave({ hang: "headers" }, { times: Number.POSITIVE_INFINITY });
  const { unmount } = render(panel(shareId));
  await vi.waitFor(() => expect(signals).not.toHaveLength(0), patience);
  await turn();
  expect(underWay()).toHaveLength(1);
  unmount();
  await turn();
  expect(underWay()).toHaveLength(0);
});

test("does not look again after it was removed from the page", async () => {
  const { emulator, shareId, panel } = show();
  emulator.addTask({ shareId });
  const { unmount } = render(panel(shareId));
  await screen.findByText("Running", {}, patience);
  unmount();
  const { length } = emulator.requests;
  // Longer than until the next look.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(emulator.requests).toHaveLength(length);
});

test.each([
  [0, "0 s"],
  [61_000, "1 min 1 s"],
  [3_600_000 + 120_000, "1 h 2 min"],
  [-5_000, "0 s"],
])("a task that began %d ms ago has been running for %s", (ago, text) => {
  const now = Date.now();
  const task = { status: "DOING", startTime: new Date(now - ago), endTime: null };
  expect(elapsed(task, now)).toBe(text);
});

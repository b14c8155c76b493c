// Tests of somebody's own code that replace the time, with the emulator in the place of `fetch`.
const { createClient } = require("sfs-turbo-tasks");
const { createEmulator, documentedTask } = require("sfs-turbo-tasks/emulator");

const emulator = createEmulator();
const { fetch, endpoint, projectId, token } = emulator;
const client = createClient({ fetch, endpoint, projectId, token });

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test("under fake timers a call resolves, although nobody moves them", async () => {
  jest.useFakeTimers();
  expect((await client.getTask(documentedTask)).status).toBe("DOING");
});

test("with real timers again, a call resolves", async () => {
  expect((await client.getTask(documentedTask)).status).toBe("DOING");
});

test("a task of the emulator ends when fake timers have passed its duration", async () => {
  jest.useFakeTimers();
  const task = emulator.addTask({ duration: 5_000 });
  expect((await client.getTask(task)).status).toBe("DOING");
  jest.advanceTimersByTime(5_000);
  expect((await client.getTask(task)).status).toBe("SUCCESS");
});

test("with a Date that gives one moment, a call resolves, and that is its start time", async () => {
  const moment = new Date(1_700_000_000_000);
  jest.spyOn(global, "Date").mockImplementation(() => moment);
  const { status, startTime } = await client.getTask(documentedTask);
  expect(status).toBe("DOING");
  expect(startTime).toBe(moment);
});

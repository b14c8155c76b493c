// A test of somebody's own code that requires both entries. It makes no call: this Jest hides Node's `fetch` from tests.
const { getTask } = require("sfs-turbo-tasks");
const { createEmulator, documentedTask } = require("sfs-turbo-tasks/emulator");

test("both entries are there", () => {
  expect(typeof getTask).toBe("function");
  expect(createEmulator().addTask({ taskId: "new" })).toMatchObject({
    shareId: documentedTask.shareId,
    taskId: "new",
  });
});

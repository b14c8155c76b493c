/**
 * A test in the page that Jest makes of jsdom, which lacks what every WebAssembly package needs: the error says what.
 * @jest-environment jsdom
 */
const { getTask } = require("sfs-turbo-tasks");

test("names what is missing", async () => {
  expect([typeof window, typeof TextDecoder]).toEqual(["object", "undefined"]);
  const options = { region: "cn-north-4", projectId: "p", token: "t", shareId: "s", taskId: "t" };
  await expect(getTask(options)).rejects.toMatchObject({
    kind: "runtime",
    message: "getTask: this page or process has no TextDecoder, which the package needs",
  });
});

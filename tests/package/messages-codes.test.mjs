// What the texts of an error take from its operation, its code and its status.
// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { documentedTask } from "sfs-turbo-tasks/emulator";
import { gatewayCodes, serviceCodes } from "./message-codes.mjs";
import { folder, LANGUAGES, messages, rejection, said, scene, sfsTurboTasks } from "./message-scene.mjs";
import { checkout } from "./program.mjs";
import { importInstalled } from "./tarball.mjs";

test("a missing permission names the IAM action, which depends on the operation", async () => {
  const { client } = scene();
  const ids = { ...documentedTask, shareId: "another" };
  const error = await rejection(client.getTask(ids));
  assert.deepEqual(said(error, "en"), [
    "No permission",
    "The file system does not exist, or you may not use it.",
    "Check the project and the file system.",
    "Ask an administrator for the permission.",
    "The IAM action that is needed: sfsturbo:shares:getDataRepositoryTask",
  ]);
  assert.equal(said(error, "zh-CN").at(-1), "所需IAM授权项：sfsturbo:shares:getDataRepositoryTask");
  assert.equal(said(error, "es").at(-1), "Acción de IAM necesaria: sfsturbo:shares:getDataRepositoryTask");
  const listed = await rejection(client.listTasks(ids));
  assert.equal(messages.describeError(listed, "en").iamAction, "sfsturbo:shares:getAllDataRepositoryTasks");
  const unnamed = new sfsTurboTasks.SfsTurboError({ kind: "forbidden" });
  assert.deepEqual(said(unnamed, "en").slice(1), [
    "You have no permission for this operation.",
    "Check the project and the file system.",
    "Ask an administrator for the permission.",
  ]);
});

test("the IAM actions are those of the operations' tables", () => {
  const files = readdirSync(join(checkout, "src/operation"));
  const tables = files.map((file) => readFileSync(join(checkout, "src/operation", file), "utf8"));
  let operations = 0;
  for (const table of tables) {
    const [, name] = table.match(/: Operation = Operation \{\n\s+name: "(\w+)",/) ?? [];
    const [, action] = table.match(/iam_action: "([^"]+)"/) ?? [];
    if (name === undefined || action === undefined) continue;
    operations += 1;
    const error = new sfsTurboTasks.SfsTurboError({ kind: "forbidden", operation: name });
    const told = messages.describeError(error).iamAction;
    assert.equal(told, action, `js/messages/topics.ts has the action of ${name}`);
  }
  assert.ok(operations >= 4, `${operations} operations`);
  const following = {
    waitForTask: "getTask",
    watchTask: "getTask",
    listAllTasks: "listTasks",
    watchTasks: "listTasks",
  };
  for (const [name, look] of Object.entries(following)) {
    const [whole, one] = [name, look].map((operation) => {
      return messages.describeError({ name: "SfsTurboError", kind: "forbidden", operation }).iamAction;
    });
    assert.equal(whole, one, name);
  }
});

test("an unknown code has the texts of its kind, and the service's own words verbatim", async () => {
  const { client, emulator } = scene();
  const errMsg = "Neuer Fehler: <b>Platte voll</b> \u202e100 %";
  emulator.misbehave({ status: 400, body: JSON.stringify({ errCode: "SFS.TURBO.4711", errMsg }) });
  const { title, explanation, actions, code, serviceMessage } = messages.describeError(
    await rejection(client.getTask(documentedTask)),
    "zh-CN",
  );
  assert.deepEqual(
    [title, explanation, ...actions],
    ["请求被拒绝", "服务未接受该请求。", "请修改参数后重试。"],
  );
  assert.deepEqual([code, serviceMessage], ["SFS.TURBO.4711", errMsg]);
});

test("every code of the service, and of the gateway under each prefix, has its own explanation in each language", async () => {
  for (const tag of LANGUAGES) {
    const { codes } = (await importInstalled(folder, `sfs-turbo-tasks/messages/${tag}`)).messages;
    const explain = (/** @type {string} */ errCode) =>
      messages.describeError({ name: "SfsTurboError", kind: "rejected", errCode, httpStatus: 400 }, tag)
        .explanation;
    assert.deepEqual(
      serviceCodes.map(explain),
      serviceCodes.map((code) => codes[code]),
    );
    const [canonical = []] = gatewayCodes;
    for (const prefixed of gatewayCodes) {
      assert.deepEqual(
        prefixed.map(explain),
        canonical.map((code) => codes[code]),
        prefixed[0],
      );
    }
  }
});

test("the status decides between several meanings of one gateway code", () => {
  const explain = (/** @type {number} */ httpStatus, kind = "rejected") =>
    messages.describeError({ name: "SfsTurboError", kind, errCode: "APIG.0201", httpStatus }, "en")
      .explanation;
  assert.deepEqual(
    [400, 413, 414, 494, 499].map((status) => explain(status)),
    ["The request is malformed.", ...Array(3).fill("The request is too large."), "The request is malformed."],
  );
  assert.equal(explain(504, "unavailable"), "The service did not answer in time.");
});

// `npm run emulator`.
// @ts-check
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { DOCUMENTED_TASK, documentedTask, pathOf, root } from "./known.mjs";
import { signedRequest } from "./signer.mjs";

describe("the command line", () => {
  const run = (/** @type {string[]} */ ...args) =>
    promisify(execFile)(process.execPath, ["tools/emulator.mjs", ...args], { cwd: root });

  test("--help shows the usage", async () => {
    const { stdout, stderr } = await run("--help");
    assert.match(stdout, /^sfs-turbo-tasks emulator \[flags\]\n/);
    assert.equal(stderr, "");
  });

  test("it prints what a client needs, and the curl lines work; a signal ends it cleanly", async (context) => {
    const child = spawn(process.execPath, ["tools/emulator.mjs", "--port", "0"], { cwd: root });
    context.after(() => child.kill());
    let printed = "";
    for await (const piece of child.stdout.setEncoding("utf8")) {
      printed += piece;
      if (printed.endsWith("stops it.\n")) break;
    }
    const field = (/** @type {string} */ name) =>
      new RegExp(`^ {2}${name} +(\\S+)`, "m").exec(printed)?.[1] ?? assert.fail(`no ${name}`);
    const [token, shareId, endpoint] = [field("token"), field("file system"), field("endpoint")];
    const statuses = [];
    for (const [, taskId = ""] of printed.matchAll(/^ {2}task +(\S+)/gm)) {
      const path = pathOf({ shareId, taskId }, field("project"));
      const response = await fetch(`${endpoint}${path}`, { headers: { "X-Auth-Token": token } });
      const { type, status, message } = await response.json();
      statuses.push([type, status, message]);
    }
    assert.deepEqual(statuses, [
      ["export", "DOING", ""],
      ["import_metadata", "FAIL", "The OBS bucket bound to sfs-link-directory does not exist."],
      ["import", "SUCCESS", ""],
      ["import_metadata", "DOING", ""],
    ]);
    const answers = [];
    for (const [, header = "", address = ""] of printed.matchAll(/^curl -i -H '([^']+)' '([^']+)'$/gm)) {
      const [name = "", value = ""] = header.split(": ");
      answers.push(await (await fetch(address, { headers: { [name]: value } })).json());
    }
    const [running, { tasks, count }] = answers;
    assert.deepEqual([answers.length, running.status, tasks.length, count], [2, "DOING", 4, 4]);

    const credentials = { accessKeyId: field("access key"), secretAccessKey: field("secret key") };
    const path = pathOf(documentedTask, field("project"));
    const signed = await fetch(...signedRequest({ endpoint, credentials }, { path }));
    assert.equal(await signed.text(), DOCUMENTED_TASK);

    const inUse = run("--port", new URL(endpoint).port);
    await assert.rejects(inUse, {
      code: 1,
      stderr: /^error: cannot listen on port \d+: .*EADDRINUSE.*\n$/,
    });

    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "close"), [0, null]);
  });

  test("invalid arguments get one sentence and exit code 2", async () => {
    /** @type {[args: string[], sentence: string][]} */
    const refusals = [
      [["--port", "x"], '--port takes a number from 0 to 65535, not "x".'],
      [["--port", "65536"], '--port takes a number from 0 to 65535, not "65536".'],
      [["--port="], "--port is empty."],
      [["--port"], "Option '--port <value>' argument missing."],
      [["--prt", "1"], "There is no flag --prt. Did you mean --port?"],
      [["4010"], '`emulator` does not take "4010".'],
    ];
    for (const [args, sentence] of refusals) {
      const stderr = `error: ${sentence}\nSee \`sfs-turbo-tasks help emulator\`.\n`;
      await assert.rejects(run(...args), { code: 2, stdout: "", stderr });
    }
  });
});

// The code that examples/console shows for a call: each of its three forms makes the same call.
// @ts-check
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { createClient } from "sfs-turbo-tasks";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { checkout, mustRun } from "../package/program.mjs";
import { installExample } from "./example.mjs";

/** @type {string} a project that has the package */
let folder;
/** @type {{ callOf: Function, javascript: Function, commandLine: Function, curl: Function }} */
let code;

before(async () => {
  folder = await installExample("console");
  const lines = ["call", "javascript", "command-line", "curl"].map((file) => `export * from "./${file}.ts";`);
  const resolveDir = join(checkout, "examples/console/src/code");
  const outfile = join(folder, "code.mjs");
  await build({ stdin: { contents: lines.join("\n"), resolveDir }, bundle: true, format: "esm", outfile });
  code = await import(pathToFileURL(outfile).href);
  // Replaces curl: prints its arguments.
  mkdirSync(join(folder, "programs"));
  const standIn = join(folder, "programs/curl");
  writeFileSync(standIn, "#!/usr/bin/env node\nconsole.log(JSON.stringify(process.argv.slice(2)));\n");
  chmodSync(standIn, 0o755);
});

/**
 * A served emulator, and a client that remembers its last request as the console does.
 * @param {import("node:test").TestContext} t
 */
async function scene(t) {
  const emulator = createEmulator();
  const server = await serveEmulator(emulator);
  t.after(server.close);
  const { projectId, token } = emulator;
  /** @type {any} */
  let request;
  const client = createClient({
    ...{ endpoint: server.url, projectId, token },
    fetch(url, init) {
      const headers = { ...init.headers, "X-Auth-Token": "•••" };
      request = { method: init.method, url, headers, body: init.body ?? "", isSigned: true };
      return fetch(url, init);
    },
  });
  const env = {
    PATH: [join(folder, "programs"), join(folder, "node_modules/.bin"), process.env.PATH].join(delimiter),
    SFS_TURBO_TOKEN: token,
  };
  return {
    emulator,
    client,
    request: () => request,
    /** @param {string} line */
    shell: (line) => mustRun("sh", ["-c", line], { cwd: folder, env }),
    /** @param {string} text */
    async module(text) {
      writeFileSync(join(folder, "shown.mjs"), text);
      return mustRun(process.execPath, ["shown.mjs"], { cwd: folder, env });
    },
  };
}

/** A request without the values that differ for each request. @param {any} recorded */
function essence({ method, path, query, headers, body }) {
  return { method, path, query, token: headers["x-auth-token"], body };
}

const { shareId, taskId } = documentedTask;
/** @type {Record<string, (client: import("sfs-turbo-tasks").Operations<unknown>) => Promise<unknown>>} */
const CALLS = {
  "a creation": (client) => client.createTask({ shareId, type: "export", srcTarget: "results" }),
  "a creation with everything in it": (client) =>
    client.createTask({
      ...{
        shareId,
        type: "import_metadata",
        srcTarget: "-it's $HOME",
        srcPrefix: "a'b c/$(date)/`id`/é 数据!",
      },
      attributes: { fileMode: 640, dirMode: 750, uid: 0, gid: 1000 },
    }),
  "a list": (client) => client.listTasks({ shareId, limit: 6 }),
  "a filtered list": (client) => client.listTasks({ shareId, limit: 20, status: "FAIL", type: "preload" }),
  "a look at one task": (client) => client.getTask({ shareId, taskId }),
  "a deletion": (client) => client.deleteTask({ shareId, taskId }),
};

describe("the shown code makes the same request again:", () => {
  for (const [name, call] of Object.entries(CALLS)) {
    test(`${name}, in JavaScript`, async (t) => {
      const { emulator, client, request, module } = await scene(t);
      await call(client);
      const shown = code.javascript(code.callOf(request()));
      assert.doesNotMatch(shown, /emulator-token|•/);
      await module(shown);
      const [first, second] = emulator.requests.map(essence);
      assert.deepEqual(second, first);
    });

    test(`${name}, on the command line`, async (t) => {
      const { emulator, client, request, shell } = await scene(t);
      await call(client);
      const shown = code.commandLine(code.callOf(request()));
      assert.doesNotMatch(shown, /emulator-token|•/);
      await shell(shown);
      const [first, second] = emulator.requests.map(essence);
      assert.deepEqual(second, first);
    });

    test(`${name}, with curl`, async (t) => {
      const { emulator, client, request, shell } = await scene(t);
      await call(client);
      const shown = code.curl(request());
      assert.doesNotMatch(shown, /emulator-token|•/);
      const { stdout } = await shell(shown);
      const { method, body, token } = essence(emulator.requests[0]);
      assert.deepEqual(JSON.parse(stdout), [
        ...["--request", method, "--globoff", request().url],
        ...["--header", `X-Auth-Token: ${token}`, "--header", "Content-Type: application/json"],
        ...(body === "" ? [] : ["--data-raw", body]),
      ]);
    });
  }
});

describe("with a proxy that adds the token,", () => {
  const proxied = {
    ...{ method: "GET", url: "http://127.0.0.1:4173/sfs-turbo/v1/p/sfs-turbo/s/hpc-cache/task/t", body: "" },
    ...{ headers: { "Content-Type": "application/json" }, isSigned: false },
  };

  test("JavaScript reads none", () => {
    assert.match(
      code.javascript(code.callOf(proxied)),
      /endpoint: "http:\/\/127\.0\.0\.1:4173\/sfs-turbo",\n {2}projectId: "p",\n {2}token: null,/,
    );
  });

  test("the command line has a placeholder", () => {
    assert.match(
      code.commandLine(code.callOf(proxied)),
      /^SFS_TURBO_TOKEN=added-by-the-proxy sfs-turbo-tasks get t /,
    );
  });

  test("curl sends none", () => {
    assert.doesNotMatch(code.curl(proxied), /Token/);
  });
});

test("a request to another service is shown only with curl", () => {
  assert.equal(
    code.callOf({ method: "GET", url: "https://example.com/", headers: {}, body: "", isSigned: false }),
    undefined,
  );
});

// From the tarball alone, in an empty folder: an emulator in one shell, and all commands in another.
// @ts-check
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { installedManifest, installTarball } from "../package/tarball.mjs";
import { run, start } from "./program.mjs";

test("the program serves an emulator, and creates, watches, lists and deletes tasks there, with nothing else installed", async (t) => {
  const folder = await installTarball();
  const { bin } = installedManifest(folder);
  assert.deepEqual(bin, { "sfs-turbo-tasks": "dist/command-line/main.js" });
  const program = join(folder, "node_modules/.bin/sfs-turbo-tasks");
  assert.ok(existsSync(program));
  assert.equal(statSync(program).mode & 0o111, 0o111);
  const licences = join(folder, "node_modules/sfs-turbo-tasks/dist/command-line/licences.txt");
  assert.match(readFileSync(licences, "utf8"), /^server\.js contains parts of srvx, .*\n\nMIT License\n/);

  const server = start(["emulator", "--port", "0", "--json", "--scenario", "success=0"], {
    program,
    cwd: folder,
  });
  t.after(() => server.child.kill("SIGKILL"));
  const told = JSON.parse(await server.printed("\n"));
  const env = {
    SFS_TURBO_ENDPOINT: told.endpoint,
    SFS_TURBO_PROJECT_ID: told.projectId,
    SFS_TURBO_SHARE_ID: told.shareId,
    SFS_TURBO_TOKEN: told.token,
  };
  const options = { program, cwd: folder, env };
  const created = await run(["create", "export", "--src-target", "results"], options);
  assert.equal(created.code, 0, created.stderr);
  const taskId = created.stdout.trim();
  const watched = await run(["watch", taskId], options);
  assert.equal(watched.code, 0, watched.stderr);
  assert.equal(JSON.parse(watched.stdout).status, "SUCCESS");
  const list = await run(["list", "-o", "id", "--limit", "1"], options);
  assert.equal(list.stdout, `${taskId}\n`);
  const deleted = await run(["delete", taskId, "--yes"], options);
  assert.deepEqual([deleted.code, JSON.parse(deleted.stdout).taskId], [0, taskId]);
  server.child.kill("SIGTERM");
  assert.equal((await server.ended).code, 0);
});

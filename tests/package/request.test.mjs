// The exact request that the installed package sends: its target and its content.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createRecorder } from "./recorder.mjs";
import { startService } from "./service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const good = {
  endpoint: "https://sfs.example",
  projectId: "project",
  shareId: "share",
  taskId: "task",
  token: "MIItoken",
};
const PATH = "/v1/project/sfs-turbo/share/hpc-cache/task/task";

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

const ENDPOINTS = [
  { endpoint: "https://sfs.example", url: "https://sfs.example" },
  { endpoint: "https://sfs.example/", url: "https://sfs.example" },
  { endpoint: "HTTPS://SFS.Example:443//", url: "https://sfs.example" },
  { endpoint: "https://sfs.example:8443/api/sfs/", url: "https://sfs.example:8443/api/sfs" },
  { endpoint: "http://127.0.0.1:4010", url: "http://127.0.0.1:4010" },
  { endpoint: "http://localhost:4010", url: "http://localhost:4010" },
  { endpoint: "http://[::1]:4010", url: "http://[::1]:4010" },
  { endpoint: "http://sfs.example", url: "http://sfs.example", allowInsecure: true },
];

for (const { url, ...options } of ENDPOINTS) {
  test(`endpoint ${options.endpoint} gives the URL ${url}`, async () => {
    assert.equal(await urlOf(options), url + PATH);
  });
}

const REGIONS = [
  { region: "cn-north-4", host: "sfs-turbo.cn-north-4.myhuaweicloud.com" },
  { region: "eu-west-101", host: "sfs-turbo.eu-west-101.myhuaweicloud.eu" },
];

for (const { region, host } of REGIONS) {
  test(`region ${region} gives the host ${host}`, async () => {
    assert.equal(await urlOf({ endpoint: undefined, region }), `https://${host}${PATH}`);
  });
}

test("an endpoint takes precedence over a region beside it", async () => {
  assert.equal(await urlOf({ region: "cn-north-4" }), `https://sfs.example${PATH}`);
});

const REGION_URL = `https://sfs-turbo.cn-north-4.myhuaweicloud.com${PATH}`;
const PLACES = [
  { client: { endpoint: "https://sfs.example" }, call: { region: "cn-north-4" }, url: REGION_URL },
  { client: { region: "eu-west-101" }, call: { region: "cn-north-4" }, url: REGION_URL },
  {
    client: { region: "cn-north-4" },
    call: { endpoint: "https://sfs.example" },
    url: `https://sfs.example${PATH}`,
  },
  { client: { region: "cn-north-4" }, call: { region: undefined, endpoint: undefined }, url: REGION_URL },
];

for (const { client, call, url } of PLACES) {
  test(`the ${Object.keys(call)[0]} of a call replaces the ${Object.keys(client)[0]} of its client`, async () => {
    const { endpoint: _, ...others } = good;
    const { calls, fetch } = createRecorder();
    const { getTask } = sfsTurboTasks.createClient({ ...others, ...client, fetch });
    await getTask({ shareId: "share", taskId: "task", ...call });
    assert.equal(calls[0]?.input, url);
  });
}

test("a row of a table can be spread into the options, also as the service writes it", async () => {
  const row = { id: 5, status: "DOING", type: "export", name: "x", requestId: "r", raw: {}, startTime: null };
  const asTheServiceWritesIt = { task_id: "other", src_target: "link", ...good };
  assert.equal(await urlOf(row), `https://sfs.example${PATH}`);
  assert.equal(await urlOf(asTheServiceWritesIt), `https://sfs.example${PATH}`);
});

for (const field of ["projectId", "shareId", "taskId"]) {
  test(`${field} stays in its path segment, whatever it contains`, async () => {
    const segments = /** @type {Record<string, string>} */ ({
      projectId: "project",
      shareId: "share",
      taskId: "task",
    });
    segments[field] = "a%2Fb%20c%3Fd%23e%25%C3%BC";
    const path = `/v1/${segments.projectId}/sfs-turbo/${segments.shareId}/hpc-cache/task/${segments.taskId}`;
    assert.equal(await urlOf({ [field]: "a/b c?d#e%ü" }), `https://sfs.example${path}`);
  });
}

test("fetch is called with a URL, two headers, and an init that keeps the token from all others", async () => {
  const [call] = await callsOf({});
  assert.equal(call?.input, `https://sfs.example${PATH}`);
  const { headers, signal, ...rest } = call?.init ?? {};
  assert.deepEqual(rest, {
    method: "GET",
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });
  assert.deepEqual(headers, { "Content-Type": "application/json", "X-Auth-Token": "MIItoken" });
  assert.ok(signal instanceof AbortSignal);
  assert.equal(signal.aborted, false);
});

test("the service gets the request unchanged, with only the headers that Node's fetch adds by itself", async (t) => {
  const service = await startService();
  t.after(service.close);
  const { endpoint, projectId, token, running } = service.place;
  await sfsTurboTasks.getTask({ endpoint, projectId, token, ...running });
  await fetch(endpoint);
  const [asked, plain] = service.seen().map(({ headers }) => headers);
  const added = Object.keys(asked ?? {}).filter((name) => !(name in (plain ?? {})));
  // `no-store` sends the first and the third.
  assert.deepEqual(added.sort(), ["cache-control", "content-type", "pragma", "x-auth-token"]);
  assert.equal(asked?.["content-type"], "application/json");
  assert.equal(asked?.["x-auth-token"], token);
});

test("globalThis.fetch is looked up at each call", async (t) => {
  const { fetch: platformFetch } = globalThis;
  t.after(() => {
    globalThis.fetch = platformFetch;
  });
  const client = sfsTurboTasks.createClient(good);
  for (const recorder of [createRecorder(), createRecorder()]) {
    globalThis.fetch = /** @type {typeof fetch} */ (recorder.fetch);
    await client.getTask({ shareId: "share", taskId: "task" });
    assert.equal(recorder.calls.length, 1);
  }
});

test("an option of a call takes precedence over the client's, and undefined keeps the client's", async () => {
  const { calls, fetch } = createRecorder();
  const client = sfsTurboTasks.createClient({ ...good, fetch });
  await client.getTask({
    shareId: "share",
    taskId: "task",
    projectId: undefined,
    endpoint: "https://other.example",
  });
  assert.equal(calls[0]?.input, `https://other.example${PATH}`);
});

/** @param {object} options */
async function callsOf(options) {
  const { calls, fetch } = createRecorder();
  await sfsTurboTasks.getTask({ ...good, ...options, fetch });
  assert.equal(calls.length, 1);
  return calls;
}

/** @param {object} options */
async function urlOf(options) {
  const [call] = await callsOf(options);
  return call?.input;
}

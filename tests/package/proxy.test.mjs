// The proxies of examples/proxy, unchanged: the whole scenario runs through a path of the page's own origin.
// @ts-check
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createClient } from "sfs-turbo-tasks";
import { Failure } from "../../tools/run.mjs";
import { setUpNginx } from "../../tools/set-up.mjs";
import { startBrowser } from "./browser.mjs";
import { authority } from "./certificates.mjs";
import { startTlsService } from "./company-proxy.mjs";
import { installed, makeProject } from "./ecosystem/project.mjs";
import { startServer } from "./ecosystem/server.mjs";
import { expectScenario } from "./expectations.mjs";
import { temporaryFolder } from "./folders.mjs";
import { freePort } from "./free-port.mjs";
import { checkout } from "./program.mjs";
import { startService } from "./service.mjs";
import { installTarball } from "./tarball.mjs";

/** Longer than a server's headers usually are, as those of IAM may be. */
const LONG_TOKEN = "M".repeat(60_000);

const nginx = process.env.SFS_TURBO_NGINX ?? (await setUpNginx().catch((error) => error));
if (nginx instanceof Error && !(nginx instanceof Failure)) throw nginx;
const withNginx = { skip: nginx instanceof Failure && nginx.message };

/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

test("vite.config.js: a page served by Vite for development sends requests to its own origin", async (t) => {
  const folder = await installTarball("scenario.mjs", "page-report.mjs", "vite");
  cpSync(example("vite.config.js"), join(folder, "vite.config.js"));
  const service = await serviceFor(t);
  const vite = join(checkout, "node_modules/vite/bin/vite.js");
  const server = await startServer(process.execPath, [vite, "--host", "127.0.0.1", "--port", "0"], {
    cwd: folder,
    env: { SFS_TURBO_ENDPOINT: service.place.endpoint },
    ready: /Local:\s+(http:\S+)/,
  });
  t.after(server.stop);
  await expectThrough(server.url, service);
  await expectHeaders(server.url, service);
  await expectWrites(server.url, service);
});

test("express.mjs: a page served by Express sends requests to its own origin", async (t) => {
  const folder = await makeProject("express", "scenario.mjs", "page-report.mjs", "page");
  cpSync(example("express.mjs"), join(folder, "express.mjs"));
  // Its page is the folder `public`; a page without a bundler needs the package there too.
  for (const name of ["index.html", "main.js", "page-report.mjs", "scenario.mjs"])
    cpSync(join(folder, name), join(folder, "public", name));
  const beside = join(folder, "public/node_modules/sfs-turbo-tasks");
  cpSync(installed(folder, "sfs-turbo-tasks"), beside, { recursive: true });
  const service = await serviceFor(t);
  const server = await startServer(process.execPath, ["express.mjs"], {
    cwd: folder,
    env: { SFS_TURBO_ENDPOINT: service.place.endpoint, PORT: "0" },
    ready: /Listening on (http:\S+)/,
  });
  t.after(server.stop);
  await expectThrough(server.url, service);
  await expectHeaders(server.url, service, LONG_TOKEN);
  await expectWrites(server.url, service);
});

test(
  "nginx.conf: a page served by nginx sends requests to its own origin, and nginx forwards them to a service with a trusted certificate",
  withNginx,
  async (t) => {
    const pages = await installTarball("scenario.mjs", "page-report.mjs", "page");
    const known = authority("An authority that everybody knows");
    const service = await startTlsService(t, known.issue());
    const url = await startNginx(t, { pages, port: service.port, trusted: known.root });
    await expectThrough(url, service);
    await expectHeaders(url, service, LONG_TOKEN);
    await expectWrites(url, service);
  },
);

test("nginx.conf: nginx sends nothing to a service without a trusted certificate", withNginx, async (t) => {
  const pages = await installTarball();
  const service = await startTlsService(t, authority("Somebody else").issue());
  const trusted = authority("An authority that everybody knows").root;
  const url = await startNginx(t, { pages, port: service.port, trusted });
  const response = await fetch(`${url}/sfs-turbo/v1/unknown`, { headers: { "x-auth-token": "secret" } });
  assert.equal(response.status, 502);
  assert.deepEqual(service.seen(), []);
});

/** @typedef {{ pages: string, port: number, trusted: string }} Site `port` is the service's, behind TLS */

/**
 * @param {import("node:test").TestContext} t
 * @param {Site} site
 * @returns {Promise<string>} where it listens
 */
async function startNginx(t, site) {
  const listens = await freePort();
  const folder = writeNginx(site, listens);
  const server = await startServer(nginx, ["-p", folder, "-c", "main.conf", "-e", "stderr"], {
    cwd: folder,
    ready: /using the "(\w+)" event method/,
  });
  t.after(server.stop);
  return `http://127.0.0.1:${listens}`;
}

/**
 * The configuration around the example. Only the parts that a user has to change are changed.
 * @param {Site} site
 * @param {number} listens
 */
function writeNginx({ pages, port, trusted }, listens) {
  const folder = temporaryFolder("nginx");
  mkdirSync(join(folder, "temporary"));
  writeFileSync(join(folder, "trusted.crt"), trusted);
  const changes = [
    ["listen 8080;", `listen 127.0.0.1:${listens};`],
    ["root /var/www/html;", `root ${pages};`],
    // By name: nginx finds no address in a certificate.
    ["https://sfs-turbo.cn-north-4.myhuaweicloud.com/", `https://localhost:${port}/`],
    ["/etc/ssl/certs/ca-certificates.crt", join(folder, "trusted.crt")],
  ];
  const site = changes.reduce(
    (text, [from = "", to = ""]) => {
      assert.ok(text.includes(from), `${from} is in nginx.conf`);
      return text.replace(from, to);
    },
    readFileSync(example("nginx.conf"), "utf8"),
  );
  writeFileSync(join(folder, "site.conf"), site);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path temporary/${name};`,
  );
  const lines = [
    // In the foreground and in one process, so it ends when the test ends it.
    "daemon off;",
    "master_process off;",
    "pid nginx.pid;",
    "error_log stderr notice;",
    "events {}",
    "http {",
    "access_log off;",
    "types { text/html html; text/javascript js mjs; }",
    ...temporary,
    "include site.conf;",
    "}",
  ];
  writeFileSync(join(folder, "main.conf"), lines.join("\n"));
  return folder;
}

/** @param {string} name */
function example(name) {
  return join(checkout, "examples/proxy", name);
}

/** @param {import("node:test").TestContext} t */
async function serviceFor(t) {
  const service = await startService();
  t.after(service.close);
  return service;
}

/**
 * Runs the scenario in the page of a server, with a path as the endpoint.
 * @param {string} url
 * @param {import("./service.mjs").Service} service
 */
async function expectThrough(url, service) {
  const place = encodeURIComponent(JSON.stringify({ ...service.place, endpoint: "/sfs-turbo" }));
  const { report } = await browser.visit(`${url}/?place=${place}`);
  expectScenario(report, service);
}

/**
 * Sends the headers of a call, with a type that no proxy would fill in by itself, and a cookie of the site.
 * @param {string} url
 * @param {import("./service.mjs").Service} service
 * @param {string} [token]
 */
async function expectHeaders(url, service, token = "short") {
  const before = service.seen().length;
  const type = "application/json; charset=utf-8";
  const response = await fetch(`${url}/sfs-turbo/v1/unknown`, {
    headers: { "content-type": type, "x-auth-token": token, cookie: "session=of-the-site" },
  });
  // The emulator's answer for a path that it does not know.
  assert.equal(response.status, 404, await response.text());
  assert.deepEqual(
    service
      .seen()
      .slice(before)
      .map(({ path, headers }) => [
        path,
        headers["content-type"],
        headers["x-auth-token"] === token,
        headers.cookie ?? "",
      ]),
    [["/v1/unknown", type, true, ""]],
  );
}

/**
 * Starts a task and deletes it: other methods than `GET`, a body, and an answer without one.
 * @param {string} url
 * @param {import("./service.mjs").Service} service
 */
async function expectWrites(url, service) {
  const { projectId, token, running } = service.place;
  const { shareId } = running;
  const client = createClient({ endpoint: `${url}/sfs-turbo`, projectId, token });
  const before = service.seen().length;
  const { taskId } = await client.createTask({ shareId, type: "export", srcTarget: "link" });
  await client.deleteTask({ shareId, taskId });
  assert.deepEqual(
    service
      .seen()
      .slice(before)
      .map(({ method, body }) => [method, body === "" ? "" : JSON.parse(body).src_target]),
    [
      ["POST", "link"],
      ["DELETE", ""],
    ],
  );
}

// Node behind a company's proxy that answers CONNECT: each way through it, and each way in which it refuses.
// @ts-check
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTls, startCompanyProxy, startTlsService } from "./company-proxy.mjs";
import {
  ask,
  company,
  EXAMPLES,
  environment,
  inNode,
  known,
  project,
  runExample,
  WAYS,
  withCredentials,
} from "./company-proxy-programs.mjs";
import { startRefusing } from "./fault-servers/raw.mjs";
import { mustRun } from "./program.mjs";
import { programs } from "./readme-programs.mjs";

/** @typedef {import("./company-proxy-programs.mjs").Service} Service */
/** @typedef {import("./company-proxy-programs.mjs").Way} Way */

const MAJORS = [20, 22, 24, 26];

/** Node 20 does not look at NODE_USE_ENV_PROXY. @type {(major: number, way: Way) => boolean} */
const goesThrough = (major, way) => way !== "environment" || major > 20;

const WANTS_PASSWORD =
  "the proxy refused the connection (HTTP 407); the proxy needs a user name and a password: put them into its URL";
const READS_TLS =
  "the certificate is not trusted (SELF_SIGNED_CERT_IN_CHAIN self-signed certificate in certificate chain); if a company proxy decrypts TLS, set NODE_EXTRA_CA_CERTS to its root certificate";

for (const major of MAJORS) {
  for (const way of WAYS) {
    const path = goesThrough(major, way) ? "goes through the proxy once" : "goes past the proxy";
    inNode(major, `${EXAMPLES[way]} ${path}, and the proxy sees no token`, async (t, node) => {
      const service = await startTlsService(t, known.issue());
      const proxy = await startCompanyProxy(t, "pass", { credentials: "user:right" });
      const stdout = await runExample(node, way, service, withCredentials(proxy.url, "right"));
      assert.equal(stdout, "2 tasks\n");
      assert.equal(service.seen().length, 1);
      expectConnects(proxy, service, goesThrough(major, way) ? 1 : 0);
    });
  }

  for (const way of WAYS.filter((candidate) => goesThrough(major, candidate))) {
    inNode(major, `${way}: a proxy that wants a password is named, and not asked again`, async (t, node) => {
      const service = await startTlsService(t, known.issue());
      const proxy = await startCompanyProxy(t, "pass", { credentials: "user:right" });
      for (const url of [proxy.url, withCredentials(proxy.url, "wrong")]) {
        const { error } = await ask(node, way, service, url, { options: { maxRetries: 2 } });
        expectFault(error, WANTS_PASSWORD, false);
      }
      expectConnects(proxy, service, 2);
      assert.deepEqual(service.seen(), []);
    });

    inNode(major, `${way}: a proxy that refuses is named, and not asked again`, async (t, node) => {
      const service = await startTlsService(t, known.issue());
      const proxy = await startCompanyProxy(t, 403);
      const { error } = await ask(node, way, service, proxy.url, { options: { maxRetries: 2 } });
      expectFault(error, "the proxy refused the connection (HTTP 403)", false);
      expectConnects(proxy, service, 1);
      assert.deepEqual(service.seen(), []);
    });

    inNode(major, `${way}: a proxy that cannot reach the service now may be asked again`, async (t, node) => {
      const service = await startTlsService(t, known.issue());
      const proxy = await startCompanyProxy(t, 503);
      const { error } = await ask(node, way, service, proxy.url, { options: { maxRetries: 0 } });
      expectFault(error, "the proxy refused the connection (HTTP 503)", true);
      expectConnects(proxy, service, 1);
    });

    inNode(major, `${way}: a proxy that reads TLS is named, and read by who trusts it`, async (t, node) => {
      const service = await startTlsService(t, known.issue());
      const readsTlsAt = await readTls(t, company.issue(), service.plainPort);
      const proxy = await startCompanyProxy(t, { readsTlsAt });
      const { error } = await ask(node, way, service, proxy.url, { options: { maxRetries: 2 } });
      expectFault(error, READS_TLS, false);
      expectConnects(proxy, service, 1);
      assert.deepEqual(service.seen(), []);
      const told = await ask(node, way, service, proxy.url, { trusted: "known-and-company.pem" });
      assert.deepEqual(told, { status: "DOING", taskId: service.place.running.taskId });
    });

    inNode(major, `${way}: a proxy that is not there is named by its address`, async (t, node) => {
      const service = await startTlsService(t, known.issue());
      const { port, close } = await startRefusing();
      t.after(close);
      const url = `http://127.0.0.1:${port}`;
      const { error } = await ask(node, way, service, url, { options: { maxRetries: 0 } });
      expectFault(error, `the connection failed (connect ECONNREFUSED 127.0.0.1:${port})`, true);
    });
  }
}

inNode(24, "the program of docs/proxies.md goes through the proxy to the region's host", async (t, node) => {
  const host = "sfs-turbo.cn-north-4.myhuaweicloud.com";
  const service = await startTlsService(t, known.issue(host));
  const proxy = await startCompanyProxy(t, { readsTlsAt: service.port }, { credentials: "user:password" });
  const { projectId, token, running } = service.place;
  const [program = ""] = programs("A company's proxy, in Node", "docs/proxies.md");
  const url = "http://user:password@proxy.example.com:3128";
  assert.ok(program.includes(url));
  const lines = [
    `const [projectId, token] = ${JSON.stringify([projectId, token])};`,
    program.replace(url, withCredentials(proxy.url, "password")),
    `console.log((await client.getTask(${JSON.stringify(running)})).status);`,
  ];
  const folder = await project();
  writeFileSync(join(folder, "readme.mjs"), lines.join("\n"));
  const env = environment("dispatcher", proxy.url, "known.pem");
  const { stdout } = await mustRun(node, ["readme.mjs"], { cwd: folder, env });
  assert.equal(stdout, "DOING\n");
  assert.deepEqual(
    proxy.connects.map(({ target }) => target),
    [`${host}:443`],
  );
});

inNode(24, "a task that a proxy kept from being created is not in doubt", async (t, node) => {
  const service = await startTlsService(t, known.issue());
  const proxy = await startCompanyProxy(t, 503);
  const { shareId } = service.place.running;
  const { error } = await ask(node, "dispatcher", service, proxy.url, {
    call: "createTask",
    request: { shareId, type: "export", srcTarget: "results" },
    options: { maxRetries: 1 },
  });
  const message = `createTask: no answer for a new task of file system ${shareId}: the proxy refused the connection (HTTP 503)`;
  assert.deepEqual(
    { kind: error.kind, retryable: error.retryable, attempts: error.attempts, message: error.message },
    { kind: "network", retryable: true, attempts: 2, message },
  );
  expectConnects(proxy, service, 2);
});

inNode(26, "a dispatcher of another undici than the built-in fetch is named", async (t, node) => {
  const service = await startTlsService(t, known.issue());
  const proxy = await startCompanyProxy(t, "pass");
  const { error } = await ask(node, "older dispatcher", service, proxy.url, { options: { maxRetries: 2 } });
  expectFault(
    error,
    "the connection failed (UND_ERR_INVALID_ARG InvalidArgumentError: invalid onError method); the dispatcher and fetch are from different versions of undici: pass the dispatcher's own fetch too",
    false,
  );
  expectConnects(proxy, service, 0);
});

/**
 * @param {any} error
 * @param {string} reason
 * @param {boolean} retryable
 */
function expectFault(error, reason, retryable) {
  const { kind, errCode, attempts, message } = error ?? {};
  assert.deepEqual(
    { kind, errCode, httpStatus: error?.httpStatus, retryable: error?.retryable, attempts },
    { kind: "network", errCode: "CLIENT.NETWORK", httpStatus: null, retryable, attempts: 1 },
  );
  assert.equal(message.replace(/^.* for task \S+: /, ""), reason);
}

/**
 * The proxy got exactly this number of requests, all for the service, and none of the headers for the service.
 * @param {{ connects: import("./company-proxy.mjs").Connect[] }} proxy
 * @param {Service} service
 * @param {number} times
 */
function expectConnects({ connects }, { port, place }, times) {
  const ownHeaders = ["host", "connection", "proxy-connection", "proxy-authorization"];
  assert.deepEqual(
    connects.map(({ target }) => target),
    Array(times).fill(`127.0.0.1:${port}`),
  );
  for (const { headers } of connects) {
    assert.deepEqual(
      Object.keys(headers).filter((name) => !ownHeaders.includes(name)),
      [],
    );
    assert.ok(!JSON.stringify(headers).includes(place.token));
  }
}

// The rules of every request to IAM: its target, its time, its size, and no proxy.
// @ts-check
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { inspect } from "node:util";
import { startIam, user } from "./credential-services/iam.mjs";
import { credentials } from "./credential-services/installed.mjs";
import { startMetadata } from "./credential-services/metadata.mjs";
import { failed, failure, setVariables, writeText } from "./credential-services/scene.mjs";
import { json, keyBody, startServer } from "./credential-services/server.mjs";
import { listen } from "./listen.mjs";
import { mustRun } from "./program.mjs";
import { installTarball } from "./tarball.mjs";

const path = "/v3.0/OS-CREDENTIAL/securitytokens";
/** @param {object} options */
const keysFor = (options) => credentials.fromTemporaryKeys(() => "token-0123456789", options);

test("a redirect is refused, and its target gets no request", async (t) => {
  setVariables(t);
  const other = await startServer(t, () => ({ status: 200 }));
  const { origin } = await startServer(t, () => ({ status: 307, headers: { location: other.origin } }));
  const reason = `POST ${origin}${path} was refused: HTTP 307 (a redirect, which is not followed).`;
  assert.deepEqual(await failure(keysFor({ iamEndpoint: origin })()), failed("fromTemporaryKeys", reason));
  assert.deepEqual(other.seen, []);
});

test("an answer larger than 1 MiB is refused", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => ({ status: 201, body: " ".repeat(1_048_577) }));
  const reason = `POST ${origin}${path} got an answer of more than 1048576 bytes.`;
  assert.deepEqual(await failure(keysFor({ iamEndpoint: origin })()), failed("fromTemporaryKeys", reason));
});

test("headers larger than 128 KiB are refused", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => ({
    status: 201,
    headers: { "x-long": "x".repeat(140_000) },
  }));
  const reason = `POST ${origin}${path} failed: HPE_HEADER_OVERFLOW.`;
  assert.deepEqual(await failure(keysFor({ iamEndpoint: origin })()), failed("fromTemporaryKeys", reason));
});

test("a request without an answer is given up after `timeout`", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => new Promise(() => {}));
  const reason = `POST ${origin}${path} got no answer within 20 ms.`;
  assert.deepEqual(
    await failure(keysFor({ iamEndpoint: origin, timeout: 20 })()),
    failed("fromTemporaryKeys", reason),
  );
});

test("an answer that is cut off is a failure", async (t) => {
  setVariables(t);
  const server = createServer((socket) => {
    socket.once("data", () => socket.end("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"));
  });
  const iamEndpoint = `http://127.0.0.1:${await listen(server)}`;
  t.after(() => server.close());
  assert.deepEqual(
    await failure(keysFor({ iamEndpoint })()),
    failed("fromTemporaryKeys", `POST ${iamEndpoint}${path} failed: ECONNRESET.`),
  );
});

for (const [iamEndpoint, reason] of [
  [
    "http://iam.example.com",
    "iamEndpoint must start with https://; http:// is allowed for this machine only, because it would send secrets unencrypted.",
  ],
  [
    "http://localhost.evil.example",
    "iamEndpoint must start with https://; http:// is allowed for this machine only, because it would send secrets unencrypted.",
  ],
  ["ftp://iam.example.com", "iamEndpoint must be a URL that starts with https://."],
  ["iam.example.com", "iamEndpoint must be a URL that starts with https://."],
  ["https://iam.example.com/%zz", "iamEndpoint has a % in its path that is not a valid escape."],
]) {
  test(`${iamEndpoint} is refused as the IAM endpoint`, async (t) => {
    setVariables(t);
    assert.deepEqual(await failure(keysFor({ iamEndpoint })()), failed("fromTemporaryKeys", reason ?? ""));
  });
}

test("the variable for the IAM endpoint is checked in the same way, and the error names it", async (t) => {
  setVariables(t, { HUAWEICLOUD_SDK_IAM_ENDPOINT: "iam.example.com" });
  const reason = "HUAWEICLOUD_SDK_IAM_ENDPOINT must be a URL that starts with https://.";
  assert.deepEqual(await failure(keysFor({})()), failed("fromTemporaryKeys", reason));
});

for (const [options, host] of /** @type {const} */ ([
  [{}, "iam.myhuaweicloud.com"],
  [{ region: "cn-north-4" }, "iam.cn-north-4.myhuaweicloud.com"],
  [{ region: "eu-west-101" }, "iam.eu-west-101.myhuaweicloud.eu"],
])) {
  test(`IAM gets requests at https://${host} with ${JSON.stringify(options)}`, async (t) => {
    setVariables(t);
    const https = await import("node:https");
    /** @type {string[]} */
    const asked = [];
    const agent = new https.Agent();
    // Nothing leaves this machine: the connection is refused before the name is looked up.
    agent.createConnection = (/** @type {any} */ { host: name, port }) => {
      asked.push(`${name}:${port}`);
      throw Object.assign(new Error("refused"), { code: "EREFUSED" });
    };
    const before = https.default.globalAgent;
    https.default.globalAgent = agent;
    t.after(() => {
      https.default.globalAgent = before;
    });
    const { message } = await failure(keysFor(options)());
    assert.equal(message, `fromTemporaryKeys: POST https://${host}${path} failed: EREFUSED.`);
    assert.deepEqual(asked, [`${host}:443`]);
  });
}

for (const [thrown, word] of /** @type {const} */ ([
  [null, "Error"],
  [undefined, "Error"],
  ["http://user:pw0123456789@proxy", "Error"],
  [Object.create(null), "Error"],
  [new RangeError("http://user:pw0123456789@proxy"), "RangeError"],
  [Object.assign(new Error("proxy"), { code: "a b" }), "Error"],
  [Object.assign(new Error("proxy"), { code: Symbol("code") }), "Error"],
])) {
  test(`an agent of the program that throws ${inspect(thrown).split("\n")[0]} means no answer`, async (t) => {
    setVariables(t);
    const http = await import("node:http");
    const addRequest = () => {
      throw thrown;
    };
    // Not in Node's types, but every agent has it.
    const agent = Object.assign(new http.Agent(), { addRequest });
    const before = http.default.globalAgent;
    http.default.globalAgent = agent;
    t.after(() => {
      http.default.globalAgent = before;
    });
    const iamEndpoint = "http://127.0.0.1:1";
    assert.deepEqual(
      await failure(keysFor({ iamEndpoint })()),
      failed("fromTemporaryKeys", `POST ${iamEndpoint}${path} failed: ${word}.`),
    );
  });
}

test("metadata and pod identity requests use no proxy, whatever the environment and the program set", async (t) => {
  const home = setVariables(t);
  const folder = await installTarball();
  const proxy = await startServer(t, () => ({ status: 502 }));
  const metadata = await startMetadata(t);
  const pod = await startServer(t, () => json(200, keyBody("POD", Date.now() + 3_600_000)));
  // An agent for all requests, as programs set one for Node versions that do not read the variables.
  const program = `import http from "node:http";
import { connect } from "node:net";
import { fromEcsMetadata, fromPodIdentity, fromTemporaryKeys } from "sfs-turbo-tasks/credentials";
http.globalAgent = new http.Agent();
http.globalAgent.createConnection = () => connect(${new URL(proxy.origin).port}, "127.0.0.1");
const iamEndpoint = "http://127.0.0.1:1";
const sources = [fromEcsMetadata({ endpoint: ${JSON.stringify(metadata.origin)} }), fromPodIdentity()];
for (const source of sources) console.log((await source()).accessKeyId);
await fromTemporaryKeys(() => "token", { iamEndpoint })().catch(({ message }) => console.log(message));`;
  const env = {
    NODE_USE_ENV_PROXY: "1",
    HTTP_PROXY: proxy.origin,
    http_proxy: proxy.origin,
    NO_PROXY: "",
    no_proxy: "",
    HC_CONTAINER_CREDENTIALS_FULL_URI: pod.origin,
    HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: writeText(home, "token", "pod-token"),
  };
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = await mustRun(process.execPath, args, { cwd: folder, env });
  // A request to IAM goes through it, so this test can fail.
  const reason = `fromTemporaryKeys: POST http://127.0.0.1:1${path} was refused: HTTP 502.`;
  assert.equal(stdout, `AK1\nAKPOD\n${reason}\n`);
  assert.equal(proxy.seen.length, 1);
});

test("a program that has its token exits by itself, at once", async (t) => {
  setVariables(t);
  const folder = await installTarball();
  const { origin } = await startIam(t);
  const options = {
    userName: user.name,
    password: user.password,
    domainName: "d",
    projectId: "p",
    iamEndpoint: origin,
  };
  const program = `const { fromPassword } = require("sfs-turbo-tasks/credentials");
fromPassword(${JSON.stringify(options)})().then(console.log);`;
  const { stdout } = await mustRun(process.execPath, ["--eval", program], { cwd: folder, deadline: 30_000 });
  assert.equal(stdout, "token-1\n");
});

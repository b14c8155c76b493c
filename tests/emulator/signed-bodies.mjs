// How a signature covers a body.
// @ts-check
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { documentedTask, NEW_TASK, pathOf, START, unauthenticated, withClock } from "./known.mjs";
import { dateOf, sha256, signedRequest } from "./signer.mjs";

describe("a signed body", () => {
  const { emulator } = withClock();
  const time = START;
  const taskPath = pathOf(documentedTask);
  const path = taskPath.replace(/task\/.*/, "task");
  const headers = { "Content-Type": "application/json" };
  const host = new URL(emulator.endpoint).host;
  /** @param {Partial<import("./signer.mjs").SigningOptions>} more */
  const request = (more) => signedRequest(emulator, { method: "POST", path, time, headers, ...more });

  /**
   * The gateway's canonical request, with the hash of what arrived.
   * @param {string} method
   * @param {string} of
   * @param {string} bodyHash
   */
  const mismatch = (method, of, bodyHash) =>
    `verify aksk signature fail, canonicalRequest:${method}|${of}/||host:${host}|x-sdk-date:${dateOf(time)}||host;x-sdk-date|${bodyHash}`;

  /**
   * @param {Response} response
   * @param {string} reason
   */
  async function expectRefusal(response, reason) {
    assert.equal(response.status, 401);
    assert.equal(await response.text(), unauthenticated(response.headers.get("x-request-id"), reason));
    emulator.reset();
  }

  test("is hashed as it arrives, in memory and over HTTP", async (context) => {
    const body = JSON.stringify({ ...NEW_TASK, src_target: "联动", dest_target: "联动" });
    assert.equal((await emulator.fetch(...request({ body }))).status, 202);
    const server = await serveEmulator(emulator);
    context.after(server.close);
    const over = { endpoint: server.url, credentials: emulator.credentials };
    const sent = signedRequest(over, { method: "POST", path, time, headers, body });
    assert.equal((await fetch(...sent)).status, 202);
    await expectRefusal(
      await emulator.fetch(...request({ body, sent: { body: `${body} ` } })),
      mismatch("POST", path, sha256(`${body} `)),
    );
  });

  test("may be bytes that are not text: then the body is refused, and not the signature", async () => {
    // Reading such a body as text loses a byte order mark and all invalid UTF-8.
    const marked = Buffer.from(`\uFEFF${JSON.stringify(NEW_TASK)}`);
    assert.equal((await emulator.fetch(...request({ body: marked }))).status, 202);
    const response = await emulator.fetch(...request({ body: Uint8Array.of(0xff, 0x00, 0xfe) }));
    assert.equal(response.status, 400);
    assert.match(await response.text(), /SFS\.TURBO\.0001/);
  });

  test("is not hashed if X-Sdk-Content-Sha256 has a value to use instead", async () => {
    const body = JSON.stringify(NEW_TASK);
    const unsigned = { ...headers, "X-Sdk-Content-Sha256": "UNSIGNED-PAYLOAD" };
    assert.equal((await emulator.fetch(...request({ body, headers: unsigned }))).status, 202);
    const [url, init] = request({ body, headers: unsigned });
    const another = { ...init.headers, "X-Sdk-Content-Sha256": sha256(body) };
    await expectRefusal(
      await emulator.fetch(url, { ...init, headers: another }),
      mismatch("POST", path, sha256(body)),
    );
  });

  test("that is not sent is refused: a deletion signed with `{}` and sent without it", async () => {
    const deletion = { method: "DELETE", path: taskPath, time };
    const response = await emulator.fetch(
      ...signedRequest(emulator, { ...deletion, body: "{}", sent: { body: undefined } }),
    );
    await expectRefusal(response, mismatch("DELETE", taskPath, sha256("")));
    assert.equal((await emulator.fetch(...signedRequest(emulator, deletion))).status, 202);
    emulator.reset();
  });

  test("that is not signed is refused: a deletion signed without a body and sent with `{}`", async () => {
    const deletion = { method: "DELETE", path: taskPath, time };
    const response = await emulator.fetch(...signedRequest(emulator, { ...deletion, sent: { body: "{}" } }));
    await expectRefusal(
      response,
      mismatch("DELETE", taskPath, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
    );
    assert.equal((await emulator.fetch(...signedRequest(emulator, { ...deletion, body: "{}" }))).status, 202);
  });
});

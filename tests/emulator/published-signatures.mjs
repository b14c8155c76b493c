// Signatures that the vendor publishes, and some that its SDKs agree on: the emulator accepts those of its own paths.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import http from "node:http";
import { describe, test } from "node:test";
import { serveEmulator } from "../../js/emulator/server.mjs";
import { createEmulator, unauthenticated } from "./known.mjs";
import { canonicalRequest, encode, signatureOf } from "./signer.mjs";

/**
 * @typedef {Required<import("./signer.mjs").SignableRequest> & { body: string, headers: { "X-Sdk-Date": string },
 *   says: string, signature: string, canonicalRequest: string[] }} Vector
 */

/** @type {{ accessKeyId: string, secretAccessKey: string, vectors: Vector[] }} */
const published = JSON.parse(readFileSync(new URL("signature-vectors.json", import.meta.url), "utf8"));

/** The request that fetch would send for a vector, without its host. @param {Vector} vector */
function sent({ method, path, query, headers, signedHeaders, body, signature }) {
  const parameters = query.map((pair) => pair.map(encode).join("=")).join("&");
  const authorization = `SDK-HMAC-SHA256 Access=${published.accessKeyId}, SignedHeaders=${signedHeaders.join(";")}, Signature=${signature}`;
  return {
    method,
    target: parameters === "" ? path : `${path}?${parameters}`,
    headers: { ...headers, Authorization: authorization },
    body: body === "" ? undefined : body,
  };
}

/** An emulator at the time and with the key of a vector. @param {Vector} vector */
function emulatorOf({ path, headers }) {
  const [, , projectId] = path.split("/");
  const time = headers["X-Sdk-Date"].replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
  return createEmulator({
    accessKeyId: published.accessKeyId,
    secretAccessKey: published.secretAccessKey,
    securityToken: headers["X-Security-Token"],
    projectId,
    now: () => Date.parse(time),
  });
}

describe("published signatures", () => {
  const ofThisApi = published.vectors.filter(({ path }) => path.includes("/hpc-cache/"));

  test("equal those of the signer of these tests", () => {
    assert.equal(published.vectors.length, 13);
    for (const vector of published.vectors) {
      const canonical = canonicalRequest(vector);
      assert.equal(canonical, vector.canonicalRequest.join("\n"), vector.says);
      const signature = signatureOf(canonical, vector.headers["X-Sdk-Date"], published.secretAccessKey);
      assert.equal(signature, vector.signature, vector.says);
    }
  });

  test("are accepted in memory, where the host is that of the URL", async () => {
    assert.equal(ofThisApi.length, 7);
    for (const vector of ofThisApi) {
      const { target, ...init } = sent(vector);
      const response = await emulatorOf(vector).fetch(`https://${vector.host}${target}`, init);
      assert.equal(response.status, vector.method === "GET" ? 200 : 202, vector.says);
    }
  });

  test("are accepted over HTTP, where the host is that of the header", async (context) => {
    for (const vector of ofThisApi) {
      const server = await serveEmulator(emulatorOf(vector));
      context.after(server.close);
      const { method, target, headers, body } = sent(vector);
      const status = await new Promise((resolve, reject) => {
        const request = http.request(`${server.url}${target}`, {
          method,
          headers: { ...headers, Host: vector.host },
        });
        request.on("error", reject).on("response", (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        request.end(body);
      });
      assert.equal(status, method === "GET" ? 200 : 202, vector.says);
    }
  });

  test("fail if one digit is wrong, and the gateway's answer has the published canonical request", async () => {
    for (const vector of ofThisApi) {
      const { target, ...init } = sent({ ...vector, signature: vector.signature.replace(/^./, "x") });
      const response = await emulatorOf(vector).fetch(`https://${vector.host}${target}`, init);
      assert.equal(response.status, 401);
      const reason = `verify aksk signature fail, canonicalRequest:${vector.canonicalRequest.join("|")}`;
      assert.equal(await response.text(), unauthenticated(response.headers.get("x-request-id"), reason));
    }
  });
});

// The places where the sources of keys and tokens look, for the documentation's programs: variables, files, and services on this
// machine.
// @ts-check
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { idToken, startIam, user } from "../credential-services/iam.mjs";
import { startMetadata } from "../credential-services/metadata.mjs";
import { setVariables, writeText } from "../credential-services/scene.mjs";
import { json, keyBody, startServer } from "../credential-services/server.mjs";
import { key } from "./scene.mjs";

const { projectId } = createEmulator();

/** The reader as IAM knows them. */
export const reader = { userName: user.name, password: user.password, domainName: user.domain };

/** The address of the metadata service on every ECS instance. */
const METADATA = "169.254.169.254";

/** The lifetime of the given keys in milliseconds. */
const LIFE = 3_600_000;

/**
 * Sets up every source: each gives the key, or the token, of the emulator of a scene.
 * @param {import("node:test").TestContext} t
 * @param {{ profile?: { accessKeyId: string, secretAccessKey: string, securityToken?: string } }} [options] the key of the
 *   profile file
 */
export async function startSignIn(t, { profile = key } = {}) {
  const [iam, metadata] = [await startIam(t), await startMetadata(t)];
  const pod = await startServer(t, () => json(200, keyBody("1", Date.now() + LIFE)));
  const variables = {
    HUAWEICLOUD_SDK_AK: key.accessKeyId,
    HUAWEICLOUD_SDK_SK: key.secretAccessKey,
    HUAWEICLOUD_SDK_SECURITY_TOKEN: key.securityToken,
    HUAWEICLOUD_SDK_IAM_ENDPOINT: iam.origin,
    HC_CONTAINER_CREDENTIALS_FULL_URI: `${pod.origin}/v1/credentials`,
  };
  const home = setVariables(t, variables);
  process.env.HC_CONTAINER_AUTHORIZATION_TOKEN_FILE = writeText(home, "pod-token", "pod-token-0123456789\n");
  const { accessKeyId, secretAccessKey, securityToken = "" } = profile;
  const section = `ak = ${accessKeyId}\nsk = ${secretAccessKey}\nsecurity_token = ${securityToken}\nproject_id = ${projectId}\n`;
  writeText(home, ".huaweicloud/credentials", `[basic]\n${section}[basic-dev]\n${section}`);
  writeText(
    home,
    ".hcloud/config.json",
    JSON.stringify({ current: "dev", profiles: [{ name: "dev", ...key }] }),
  );
  const idTokenFile = writeText(home, "id-token", idToken);
  leadMetadataTo(t, metadata.origin);
  return { idTokenFile };
}

/**
 * Redirects requests for the metadata service's own address to this machine. @param {import("node:test").TestContext} t @param
 * {string} origin
 */
function leadMetadataTo(t, origin) {
  const { request } = http;
  const { hostname, port } = new URL(origin);
  t.mock.method(http, "request", (/** @type {any} */ url, /** @type {any[]} */ ...rest) => {
    if (!(url instanceof URL) || url.hostname !== METADATA) return request(url, ...rest);
    return request(Object.assign(new URL(url), { hostname, port }), ...rest);
  });
  syncBuiltinESMExports();
  t.after(() => {
    t.mock.restoreAll();
    syncBuiltinESMExports();
  });
}

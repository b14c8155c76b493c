// Where secrets may go without encryption: the hosts that fromPodIdentity and IAM accept over http, and all others.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { credentials } from "./credential-services/installed.mjs";
import { failed, failure, setVariables } from "./credential-services/scene.mjs";

const FILE = "/there-is-no-token";

/**
 * The error of the source for a URL. The URL is checked before the file with the token is read, so an accepted URL gets the error
 * about the file, and nothing is ever sent.
 * @param {import("node:test").TestContext} t
 * @param {string} url
 */
function errorFor(t, url) {
  setVariables(t, {
    HC_CONTAINER_CREDENTIALS_FULL_URI: url,
    HC_CONTAINER_AUTHORIZATION_TOKEN_FILE: FILE,
  });
  return failure(credentials.fromPodIdentity()());
}

const ACCEPTED = failed(
  "fromPodIdentity",
  `the file ${FILE}, which HC_CONTAINER_AUTHORIZATION_TOKEN_FILE names, cannot be read: ENOENT.`,
);
const name = "HC_CONTAINER_CREDENTIALS_FULL_URI";
const UNENCRYPTED = failed(
  "fromPodIdentity",
  `${name} must start with https://; http:// is allowed for private addresses and names of a cluster only, because it would send secrets unencrypted.`,
);

const PRIVATE = [
  ...["localhost", "127.0.0.1", "127.255.255.254", "[::1]"],
  ...["169.254.170.23", "[fe80::1]", "[fe9f::1]", "[feaf::1]", "[febf::1]"],
  ...["10.0.0.1", "10.255.255.254", "192.168.0.1", "192.168.255.254"],
  ...["172.16.0.1", "172.19.0.1", "172.20.0.1", "172.29.0.1", "172.30.0.1", "172.31.255.254"],
  ...[
    "100.64.0.1",
    "100.69.0.1",
    "100.70.0.1",
    "100.99.0.1",
    "100.100.0.1",
    "100.119.0.1",
    "100.127.255.254",
  ],
  ...["[fc00::1]", "[fcff::1]", "[fd00:ec2::23]", "[fdab::1]"],
  ...["keys", "pod-identity", "pod_identity", "keys.kube-system.svc", "printer.local", "vault.internal"],
  "keys.kube-system.svc.cluster.local",
];
for (const host of PRIVATE) {
  test(`${host} may be reached over http`, async (t) => {
    assert.deepEqual(await errorFor(t, `http://${host}/keys`), ACCEPTED);
  });
}

const PUBLIC = [
  ...["128.0.0.1", "127.evil.example", "localhost.evil.example", "[::2]"],
  ...["169.253.0.1", "169.255.0.1", "169.254.evil.example", "[fe70::1]", "[fec0::1]", "[ff02::1]"],
  ...["11.0.0.1", "192.167.0.1", "192.169.0.1", "192.168.evil.example", "10.0.0.evil.example"],
  ...["172.15.0.1", "172.32.0.1", "172.40.0.1", "100.63.0.1", "100.128.0.1", "100.200.0.1"],
  ...["[fb00::1]", "[fe00::1]", "[2001:fd00::1]"],
  ...["svc.evil.example", "keys.svc.evil.example", "local.example", "keyslocal.example", "notinternal.com"],
];
for (const host of PUBLIC) {
  test(`${host} may not be reached over http, but over https`, async (t) => {
    assert.deepEqual(await errorFor(t, `http://${host}/keys`), UNENCRYPTED);
    assert.deepEqual(await errorFor(t, `https://${host}/keys`), ACCEPTED);
  });
}

/** @type {[url: string, words: string][]} */
const BROKEN = [
  ["keys", "must be a URL that starts with https://."],
  ["ftp://127.0.0.1/", "must be a URL that starts with https://."],
  ["file:///keys", "must be a URL that starts with https://."],
  ["https://user@keys/", "must not contain a user name or a password."],
  ["https://:secret@keys/", "must not contain a user name or a password."],
  ["https://keys/%zz", "has a % in its path that is not a valid escape."],
];
for (const [url, words] of BROKEN) {
  test(`${url} is refused`, async (t) => {
    assert.deepEqual(await errorFor(t, url), failed("fromPodIdentity", `${name} ${words}`));
  });
}

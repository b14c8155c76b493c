// Each way to sign in that the README and docs show, run unchanged: the emulator accepts the result.
// @ts-check
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { setVariables } from "./credential-services/scene.mjs";
import { program, ran, SIGN_IN } from "./documentation/page-programs.mjs";
import { run } from "./documentation/run.mjs";
import { key, scene } from "./documentation/scene.mjs";
import { reader, startSignIn } from "./documentation/sign-in.mjs";

/** With only the credentials of the client. @param {any} client @param {{ shareId: string, taskId: string }} ids */
function getTask(client, { shareId, taskId }) {
  return client.getTask({ shareId, taskId });
}

test("a client with a token reads it from the environment, and is signed in", async (t) => {
  const { names } = await scene(t);
  const { declared } = await run(program("README.md, With a token 1"), {});
  assert.equal((await getTask(declared.client, names)).status, "SUCCESS");
});

test("a token function gets a session's token, gets a new one after a refusal, and recovers from a failure", async () => {
  const answers = [new Response("", { status: 502 }), new Response("first"), new Response("second")];
  const fetch = async () => answers.shift();
  const { declared } = await run(program("README.md, With a token 2"), { fetch });
  const { token } = declared;
  await assert.rejects(token({ rejected: undefined }), /HTTP 502/);
  assert.equal(await token({ rejected: undefined }), "first");
  assert.equal(await token({ rejected: undefined }), "first");
  assert.equal(await token({ rejected: "first" }), "second");
});

test("a client with an access key reads it from the environment, and its signatures are valid", async (t) => {
  const { names } = await scene(t, { permanent: true });
  setVariables(t, { HUAWEICLOUD_SDK_AK: key.accessKeyId, HUAWEICLOUD_SDK_SK: key.secretAccessKey });
  const { declared } = await run(program("README.md, With an access key 1"), {});
  assert.equal((await getTask(declared.client, names)).status, "SUCCESS");
});

for (const name of ["README.md, With an access key 2", "docs/credentials.md, Keys and tokens 1"]) {
  test(`${name}: the key is found where the vendor's tools find it`, async (t) => {
    const { names } = await scene(t, { permanent: true });
    setVariables(t, { HUAWEICLOUD_SDK_AK: key.accessKeyId, HUAWEICLOUD_SDK_SK: key.secretAccessKey });
    const { declared } = await run(program(name), names);
    assert.equal((await getTask(declared.client, names)).status, "SUCCESS");
  });
}

test("a password gives a token that signs in", async (t) => {
  const { names } = await scene(t);
  await startSignIn(t);
  const { declared } = await run(program("docs/credentials.md, Getting a token 1"), { ...names, ...reader });
  assert.equal((await getTask(declared.client, names)).status, "SUCCESS");
});

for (const name of [
  "README.md, With a proxy that signs in 1",
  "docs/proxies.md, A proxy on your own origin 1",
]) {
  test(`${name}: a proxy on the page's origin signs in, and gets the cookies`, async (t) => {
    const { names } = await scene(t, { page: true });
    const { declared } = await run(program(name), names);
    const network = globalThis.fetch;
    /** @type {unknown[]} */
    const sent = [];
    globalThis.fetch = (input, init) => {
      const { headers, credentials } = new Request(input, init);
      sent.push([headers.has("x-auth-token"), headers.has("authorization"), credentials]);
      return network(input, init);
    };
    assert.equal((await getTask(declared.client, names)).status, "SUCCESS");
    assert.deepEqual(sent, [[false, false, "same-origin"]]);
  });
}

after(() => {
  assert.deepEqual([...ran].sort(), [...SIGN_IN].sort());
});

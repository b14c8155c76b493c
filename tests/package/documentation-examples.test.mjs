// The examples of the type definitions, run unchanged: against the emulator, with every source of keys set up.
// @ts-check
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { CASES } from "./documentation/cases.mjs";
import { examples } from "./documentation/programs.mjs";
import { Enough, load, run } from "./documentation/run.mjs";
import { scene } from "./documentation/scene.mjs";
import { reader, startSignIn } from "./documentation/sign-in.mjs";

/** @typedef {import("./documentation/cases.mjs").Scene} Scene */

/** Examples that need a page, or do nothing, and what is done instead. @type {Record<string, string>} */
const ELSEWHERE = {
  "element, ElementMessages": "documentation-elements.test.mjs, in a browser",
  "element, SfsTurboElement.context": "element-lives.test.mjs, with a provider, in a browser",
  "element, SfsTurboTask": "documentation-elements.test.mjs, in a browser",
  "element, SfsTurboTasks": "documentation-elements.test.mjs, in a browser",
  "element, addWords": "documentation-elements.test.mjs, in a browser",
  "element, SfsTurboJsx": "documentation-types.test.mjs: it is types alone, and does nothing",
};

const all = examples();
let ran = 0;

for (const example of all) {
  const { name, entry } = example;
  if (name in ELSEWHERE) continue;
  test(`the example of ${name}`, async (t) => {
    const { scene: options, names = () => ({}), signIn, isEndless, check } = CASES[name] ?? {};
    const around = await scene(t, options);
    const isOfKeys = entry === "sfs-turbo-tasks/credentials";
    const { idTokenFile } = isOfKeys ? await startSignIn(t, signIn) : { idTokenFile: "" };
    // The only path that stands for files of others.
    const code = example.code.replace("/var/run/secrets/token", idTokenFile);
    const given = { ...around.names, ...reader, ...(await names(around, t)) };
    const running = run({ ...example, code }, given);
    if (isEndless) await assert.rejects(running, Enough);
    else {
      const outcome = await running;
      if (isOfKeys && signIn === undefined) await expectKeys(outcome.declared, around);
      await check?.(outcome, around);
    }
    ran += 1;
  });
}

/** The result of a source signs in. @param {Record<string, any>} declared @param {Scene} scene */
async function expectKeys({ client, ...sources }, { names: { projectId, shareId, taskId } }) {
  const { createClient } = await load("sfs-turbo-tasks");
  const clients = client === undefined ? [] : [client];
  for (const credentials of Object.values(sources)) {
    if (typeof credentials !== "function" || client !== undefined) continue;
    clients.push(createClient({ region: "cn-north-4", projectId, credentials }));
  }
  for (const each of clients) assert.equal((await each.getTask({ shareId, taskId })).status, "SUCCESS");
}

after(() => {
  const names = all.map(({ name }) => name);
  const strange = [...Object.keys(ELSEWHERE), ...Object.keys(CASES)].filter((name) => !names.includes(name));
  assert.deepEqual(strange, []);
  console.log(`# ${ran} of ${all.length} examples run here, ${Object.keys(ELSEWHERE).length} elsewhere`);
});

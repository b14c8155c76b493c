// Searches the core's memory at each crossing of the border, during calls with many secrets.
// @ts-check
import { GOOD, holdsSecret, KEY, LONG, PROXY, WRONG_KEY } from "./credentials.mjs";

/** @typedef {{ call: string, crossings: number, secret: boolean, known: boolean }} Look */

const ids = { shareId: "77ba6f4b-6365-4895-8dda-bc7142af4dde", taskId: "11abef677ac40f46644d1d5cfc2424a4" };
const newTask = { shareId: ids.shareId, type: "export", srcTarget: "results" };
const usual = { endpoint: "https://sfs.example", projectId: "p", maxRetries: 0 };

/** The credentials of a call, and which parts of them are secret. */
const ways = {
  "a token": { options: { token: GOOD }, secrets: [GOOD] },
  "a long token": { options: { token: LONG }, secrets: [LONG] },
  "a token function": { options: { token: () => GOOD }, secrets: [GOOD] },
  "a key": { options: { credentials: KEY }, secrets: secretsOf(KEY) },
  "a key function": { options: { credentials: async () => KEY }, secrets: secretsOf(KEY) },
  "a key that signs wrong": { options: { credentials: WRONG_KEY }, secrets: secretsOf(WRONG_KEY) },
  "headers of a proxy": {
    options: { token: null, headers: { Authorization: PROXY.password, Cookie: PROXY.cookie } },
    secrets: [PROXY.password, PROXY.cookie],
  },
};

/** @param {{ secretAccessKey: string, securityToken: string }} key */
function secretsOf({ secretAccessKey, securityToken }) {
  return [secretAccessKey, securityToken];
}

/** A fetch for each way in which secrets come back. @type {Record<string, (echo: string) => Promise<Response>>} */
const fetches = {
  answers: async () => new Response('{"task_id":"t","status":"SUCCESS"}'),
  // As the gateway does, which repeats what it has read.
  refuses: async (echo) =>
    new Response(JSON.stringify({ error_code: "APIGW.0301", error_msg: `canonicalRequest:GET|${echo}|` }), {
      status: 401,
    }),
  repeats: async (echo) =>
    new Response(JSON.stringify({ errCode: echo, errMsg: echo, request_id: echo }), { status: 503 }),
  breaks: (echo) =>
    Promise.reject(new Error(echo, { cause: Object.assign(new Error(echo), { code: echo }) })),
};

const operations = {
  getTask: ids,
  createTask: newTask,
  deleteTask: ids,
  waitForTask: { ...ids, maxConsecutiveFailures: 0 },
};

/** Bytes as text that can be searched. @param {WebAssembly.Memory} memory */
function textOf(memory) {
  return new TextDecoder("latin1").decode(new Uint8Array(memory.buffer));
}

/**
 * Makes each call with each way to sign in and each answer.
 * @param {() => Promise<any>} freshPackage a copy whose core has not started
 * @returns {Promise<Look[]>}
 */
export async function lookIntoMemory(freshPackage) {
  /** @type {Look[]} */
  const looks = [];
  const { Instance } = WebAssembly;
  /** @type {Look} */
  let current = { call: "", crossings: 0, secret: false, known: false };
  /** @param {WebAssembly.Exports} exports */
  const look = ({ memory }) => {
    const text = textOf(/** @type {WebAssembly.Memory} */ (memory));
    current.crossings += 1;
    current.secret ||= holdsSecret(text);
    // A text that must be there, so a search that finds nothing is noticed.
    current.known ||= text.includes(ids.shareId);
  };
  WebAssembly.Instance = /** @type {any} */ (
    function WatchedInstance(/** @type {WebAssembly.Module} */ module) {
      const { exports } = new Instance(module);
      const next = (/** @type {unknown[]} */ ...values) => {
        look(exports);
        const given = /** @type {any} */ (exports).next(...values);
        look(exports);
        return given;
      };
      return { exports: { ...exports, next } };
    }
  );
  try {
    const api = await freshPackage();
    for (const [way, { options: signIn, secrets }] of Object.entries(ways)) {
      for (const [operation, options] of Object.entries(operations)) {
        for (const [name, give] of Object.entries(fetches)) {
          const fetch = (/** @type {string} */ _, /** @type {any} */ { headers }) =>
            give([...secrets, ...Object.values(headers)].join(" "));
          current = {
            call: `${operation} with ${way}: fetch ${name}`,
            crossings: 0,
            secret: false,
            known: false,
          };
          await api[operation]({ ...usual, ...signIn, ...options, fetch }).catch(() => {});
          looks.push(current);
        }
      }
    }
    return looks;
  } finally {
    WebAssembly.Instance = Instance;
  }
}

// Stands for js/call.ts, without clocks: a call that writes down what the core asks of it, over a scripted fetch.

const task = { task_id: "t", status: "DOING", start_time: "2023-09-02T15:04:05", end_time: "" };

const json = (body, init) => new Response(JSON.stringify(body), init);

/** What `fetch` does, by the name that a test gives. */
const scripts = {
  task: () => json(task, { headers: { "X-request-id": "r" } }),
  missing: () =>
    json(
      { errCode: "SFS.TURBO.0106", errMsg: "Invalid task id." },
      { status: 400, headers: { "X-Request-Id": "r" } },
    ),
  numbers: () => json({ ...task, message: 7, type: null, src_target: { a: 1 }, added: [1] }),
  "known names": () => json({ ...task, type: "import_metadata", status: "FAIL" }),
  "new names": () => json({ ...task, type: "verify", status: "PAUSED" }),
  characters: () => json({ ...task, message: "é€😀" }),
  array: () => json([task]),
  nothing: () => new Response(null, { status: 204 }),
  page: () => new Response("<html><title>Bad Gateway</title>", { status: 502 }),
  large: () => json(task),
  unreadable: () => json(task),
  breaks: () => json(task),
  throttled: () => json({}, { status: 429, headers: { "Retry-After": "soon" } }),
  "rejects with an error": () => Promise.reject(new TypeError("fetch failed")),
  "rejects with a string": () => Promise.reject("refused"),
  "rejects with null": () => Promise.reject(null),
  undefined: () => undefined,
  number: () => 5,
  "no status": () => ({ text: async () => JSON.stringify(task) }),
  "plain object": () => ({ status: 200, text: async () => JSON.stringify(task) }),
  "status 0": () => Response.error(),
  redirect: () => ({ status: 0, type: "opaqueredirect", text: async () => "" }),
};

/** What reading a body comes to, where it is not the response's own text. */
const bodies = {
  large: () => null,
  unreadable: () => undefined,
  breaks: () => Promise.reject(new Error("the stream broke")),
};

/** What `fail` of js/call.ts takes apart. */
const fieldNames = [
  "kind",
  "errCode",
  "errMsg",
  "message",
  "httpStatus",
  "requestId",
  "retryable",
  "field",
  "encodedAuthorizationMessage",
];

export class ScriptedCall {
  interrupted = false;
  origin = "https://console.example";
  log = [];
  outcome = new Promise((resolve) => {
    this.settle = resolve;
  });

  constructor(script) {
    this.script = script;
  }

  /** What js/core.ts does: `settled` is the core's export, for the place that `getTask` gave. */
  connect(settled) {
    this.settled = settled;
  }

  wait(value) {
    Promise.resolve(value).then(
      (result) => this.settled(result, false),
      (cause) => this.settled(cause, true),
    );
  }

  send(url, header, milliseconds, limit) {
    this.log.push({ url, header, milliseconds, limit });
    this.wait(this.exchange());
  }

  /** What `send` of js/attempt.ts does, without a clock. */
  async exchange() {
    const response = await scripts[this.script]();
    if (typeof response?.status !== "number") return undefined;
    this.response = response;
    const body = bodies[this.script];
    return body === undefined ? response.text() : body();
  }

  abandon() {
    this.log.push("abandoned");
  }

  parseJson(text) {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  pause() {
    this.log.push("pause");
    this.wait(undefined);
  }

  askToken(refused) {
    this.log.push(`token ${refused}`);
    this.wait(undefined);
  }

  remaining() {
    return 60_000;
  }

  header(name) {
    return this.response.headers?.get(name) ?? undefined;
  }

  succeed(...task) {
    this.settle({ task });
  }

  fail(fields, cause) {
    const error = Object.fromEntries(fields.map((value, index) => [fieldNames[index], value]));
    this.settle({ error, cause: String(cause) });
  }
}

/** The outcome and the log of a call, as JSON, once it has settled. */
export async function settled(call) {
  return JSON.stringify({ ...(await call.outcome), log: call.log });
}

// Stands for js/call.ts, without clocks: a call that writes down what the core asks of it, over a scripted fetch.

const encode = (text) => new TextEncoder().encode(text);

const task = { task_id: "t", status: "DOING", start_time: "2023-09-02T15:04:05", end_time: "" };

/** A response whose body comes in the given pieces. */
const inPieces = (...pieces) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    }),
  );

const json = (body, init) => new Response(JSON.stringify(body), init);

/** What `fetch` does, by the name that a test gives. */
const scripts = {
  task: async () => json(task, { headers: { "X-request-id": "r" } }),
  missing: async () =>
    json(
      { errCode: "SFS.TURBO.0106", errMsg: "Invalid task id." },
      { status: 400, headers: { "X-Request-Id": "r" } },
    ),
  numbers: async () => json({ ...task, message: 7, type: null, src_target: { a: 1 }, added: [1] }),
  array: async () => json([task]),
  nothing: async () => new Response(null, { status: 204 }),
  page: async () => new Response("<html><title>Bad Gateway</title>", { status: 502 }),
  split: async () => {
    const bytes = encode(JSON.stringify({ ...task, message: "é€😀" }));
    return inPieces(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
  },
  mark: async () => inPieces(Uint8Array.of(0xef, 0xbb, 0xbf), encode(JSON.stringify(task))),
  broken: async () => inPieces(encode('{"task_id":"t","status":"DO'), Uint8Array.of(0xff), encode('"}')),
  large: async () => inPieces(encode(" ".repeat(600)), encode(" ".repeat(600))),
  words: async () => inPieces("a string where bytes belong"),
  breaks: async () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          controller.error("the stream broke");
        },
      }),
    ),
  throws: () => {
    throw new TypeError("thrown at once");
  },
  "rejects with an error": async () => Promise.reject(new TypeError("fetch failed")),
  "rejects with a string": async () => Promise.reject("refused"),
  "rejects with null": async () => Promise.reject(null),
  undefined: async () => undefined,
  number: async () => 5,
  "plain object": async () => ({ status: 200, text: async () => JSON.stringify(task) }),
  "object without text": async () => ({ status: 200 }),
  "no promise": () => json(task),
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
  constructor(script) {
    this.log = [];
    this.token = "the-token";
    this.outcome = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.interrupted = false;
    this.fetch = (url, init) => {
      const { signal, headers, ...rest } = init;
      this.log.push({ url, headers: { ...headers }, signal: signal instanceof AbortSignal, ...rest });
      return scripts[script]();
    };
  }

  get origin() {
    return "https://console.example";
  }

  get knowsCache() {
    return true;
  }

  wait(value) {
    new Promise((resolve) => resolve(value)).then(
      (result) => this.settled(result, false),
      (cause) => this.settled(cause, true),
    );
  }

  pause() {
    this.log.push("pause");
    this.wait(undefined);
  }

  askToken(refused) {
    this.log.push(`token ${refused}`);
    this.token = "given-token";
    this.wait(undefined);
  }

  startAttempt(milliseconds) {
    this.log.push(`attempt ${milliseconds}`);
    return new AbortController().signal;
  }

  endAttempt(answered) {
    this.log.push(answered ? "answered" : "unanswered");
  }

  discard(reader) {
    this.log.push("discarded");
    reader.cancel();
  }

  remaining() {
    return 60_000;
  }

  isResponse(value) {
    return typeof value?.status === "number";
  }

  header(response, name) {
    return response.headers?.get(name) ?? undefined;
  }

  byteLength(piece) {
    return ArrayBuffer.isView(piece) ? piece.byteLength : undefined;
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

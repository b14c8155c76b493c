// Delivers an answer to the caller, either the normal one or one with a fault.
import type { Answer } from "./answers.js";
import { BODILESS, type Fault } from "./faults.js";
import { pause, refuseEnded } from "./pause.js";
import type { Call } from "./requests.js";

/** The answer to a request if there is no fault. */
export interface Usual {
  readonly headers: Readonly<Record<string, string>>;
  /** Carries the request out. Called at most once, and after the delay, so that a late answer shows the later state. */
  readonly answer: () => Promise<Answer>;
}

/** The answer of an operation that was not carried out. It is never sent. */
const NOT_CARRIED_OUT: Answer = { status: 0, body: "" };

/** Waits, breaks the connection, or answers, as the fault says. */
export async function deliver(usual: Usual, fault: Fault, call: Call): Promise<Response> {
  if (fault.delay !== undefined) await pause(fault.delay, call);
  const isLost = fault.status !== undefined || fault.reject !== undefined || fault.hang === "headers";
  const answer = isLost && fault.carryOut !== true ? NOT_CARRIED_OUT : await usual.answer();
  refuseEnded(call);
  if (fault.hang === "headers") await pause(Number.POSITIVE_INFINITY, call);
  if (fault.reject !== undefined) throw brokenConnection("fetch failed");

  const status = fault.status ?? answer.status;
  const body = fault.body ?? (fault.status === undefined ? answer.body : "");
  const type = body.length > 0 ? { "content-type": "application/json" } : {};
  const headers = new Headers();
  for (const [name, value] of Object.entries({ ...usual.headers, ...type, ...fault.headers })) {
    if (value) headers.set(name, value);
  }
  if (isRedirect(status) && headers.has("location") && call.request.redirect === "error") {
    throw new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
  }
  if (BODILESS.includes(status)) {
    headers.delete("content-type");
    return new Response(null, { status, headers });
  }
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : Uint8Array.from(body);
  const inPieces = [fault.chunkSize, fault.cutOff, fault.hang].some((setting) => setting !== undefined);
  return new Response(inPieces ? stream(bytes, fault, call) : bytes, { status, headers });
}

/** The error with which fetch rejects if a connection breaks, as in Node. */
function brokenConnection(message: string): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError(message, { cause });
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function stream(
  bytes: Uint8Array<ArrayBuffer>,
  fault: Fault,
  call: Call,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { chunkSize = bytes.length, chunkDelay = 0, cutOff, hang } = fault;
  const limit = Math.min(
    bytes.length,
    cutOff ?? (hang === "body" ? 0 : typeof hang === "number" ? hang : bytes.length),
  );
  const cancelled = new AbortController();
  const reading: Call = { ...call, signals: [...call.signals, cancelled.signal] };
  let sent = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        refuseEnded(reading);
        if (sent < limit) {
          if (sent > 0 && chunkDelay > 0) await pause(chunkDelay, reading);
          const piece = bytes.slice(sent, Math.min(limit, sent + chunkSize));
          sent += piece.length;
          controller.enqueue(piece);
          return;
        }
        if (hang !== undefined) await pause(Number.POSITIVE_INFINITY, reading);
        if (cutOff !== undefined) {
          // A server needs one turn of the event loop to send the pieces before. Otherwise the break would overtake them.
          await pause(0, reading);
          throw brokenConnection("terminated");
        }
        controller.close();
      },
      cancel() {
        cancelled.abort();
      },
    },
    // Nothing is read ahead, so that without a reader no timer and no listener remain.
    { highWaterMark: 0 },
  );
}

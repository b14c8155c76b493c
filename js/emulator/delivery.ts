// Brings an answer to its caller, as it should be or as a fault wants it.
import { BODILESS, type Fault } from "./faults.js";
import { pause, refuseEnded } from "./pause.js";
import type { Call } from "./requests.js";

/** An answer with its headers. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Waits, breaks, or answers, as the fault says.
 *
 * @param reply asked for after the delay, so that a late answer tells of the moment it is sent
 */
export async function deliver(reply: () => Reply, fault: Fault, call: Call): Promise<Response> {
  if (fault.delay !== undefined) await pause(fault.delay, call);
  if (fault.hang === "headers") await pause(Number.POSITIVE_INFINITY, call);
  if (fault.reject !== undefined) throw brokenConnection("fetch failed");

  const usual = reply();
  const status = fault.status ?? usual.status;
  const headers = new Headers();
  for (const [name, value] of Object.entries({ ...usual.headers, ...fault.headers })) {
    if (value !== "") headers.set(name, value);
  }
  if (isRedirect(status) && headers.has("location") && call.request.redirect === "error") {
    throw new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
  }
  if (BODILESS.includes(status)) {
    headers.delete("content-type");
    return new Response(null, { status, headers });
  }
  const bytes = bodyOf(usual, fault);
  const inPieces = [fault.chunkSize, fault.cutOff, fault.hang].some((setting) => setting !== undefined);
  return new Response(inPieces ? stream(bytes, fault, call) : bytes, { status, headers });
}

/** What fetch rejects with when a connection breaks, in the words of Node's fetch. */
function brokenConnection(message: string): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError(message, { cause });
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function bodyOf(usual: Reply, { status, body }: Fault): Uint8Array<ArrayBuffer> {
  const chosen = body ?? (status === undefined ? usual.body : "");
  return typeof chosen === "string" ? new TextEncoder().encode(chosen) : Uint8Array.from(chosen);
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
          // A server needs a turn of its loop to hand over what came before, else the break would overtake it.
          await pause(0, reading);
          throw brokenConnection("terminated");
        }
        controller.close();
      },
      cancel() {
        cancelled.abort();
      },
    },
    // Nothing is prepared ahead: without a reader there is no timer and no listener to leave behind.
    { highWaterMark: 0 },
  );
}

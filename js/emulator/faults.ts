// The options of a fault, and their checks.
import { checkKeys, checkText, checkTimer, checkWhole, expected } from "./arguments.js";
import { byLowerCaseName } from "./requests.js";

/**
 * One fault. Everything that it does not mention stays normal: `{ delay: 100 }` is the normal answer, 100 ms late.
 *
 * In memory a broken connection is a `TypeError`, as with fetch. Over HTTP the socket is destroyed.
 *
 * @example
 * ```ts
 * emulator.misbehave({ status: 429, headers: { "Retry-After": "1" }, body: '{"error_code":"APIGW.0308"}' }, { times: 2 });
 * emulator.misbehave({ chunkSize: 8, chunkDelay: 50, cutOff: 40 });
 * emulator.misbehave({ hang: "headers" });
 * emulator.misbehave({ reject: "network", carryOut: true }); // a task that is created, and its id never arrives
 * emulator.misbehave({ status: 302, headers: { location: "https://elsewhere.invalid/" } });
 * ```
 */
export interface Fault {
  /** HTTP status, 200 to 599. The body is then `body`, or empty. Default: the normal status. */
  readonly status?: number | undefined;
  /** Headers that replace or extend the normal ones. An empty value removes the header: `{ "x-request-id": "" }`. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** The body, as text or bytes. Default: the normal body, or none if `status` is given. */
  readonly body?: string | Uint8Array | undefined;
  /** Milliseconds of real time before the headers of the answer, or before `reject`. Default: 0. */
  readonly delay?: number | undefined;
  /** The body is sent in pieces of this many bytes. Default: in one piece. */
  readonly chunkSize?: number | undefined;
  /** Milliseconds of real time between two pieces. Default: 0. */
  readonly chunkDelay?: number | undefined;
  /** Breaks the connection after this many bytes of the body, or at its end if the body is shorter. */
  readonly cutOff?: number | undefined;
  /**
   * Stops sending until the caller cancels. `"headers"`: no answer at all. `"body"`: only the headers. A number: only this many
   * bytes of the body; a shorter body is sent, but does not end.
   */
  readonly hang?: "headers" | "body" | number | undefined;
  /** `"network"`: breaks the connection instead of answering. */
  readonly reject?: "network" | undefined;
  /**
   * Carries the request out although its answer is lost. Default: `false`, so that a fault with `status`, `reject: "network"`
   * or `hang: "headers"` keeps the request from the service: no task is created or deleted.
   */
  readonly carryOut?: boolean | undefined;
}

const FAULT_KEYS = "status headers body delay chunkSize chunkDelay cutOff hang reject carryOut".split(" ");

/** Statuses whose answer cannot have a body. */
export const BODILESS: readonly number[] = [204, 205, 304];

/** A checked copy, so that later changes by the caller have no effect. */
export function checkFault(fault: Fault): Fault {
  checkKeys("fault", fault, FAULT_KEYS);
  const { status, headers, body, delay, chunkSize, chunkDelay, cutOff, hang, reject, carryOut } = fault;
  if (status !== undefined) checkWhole("status", status, 200, 599);
  if (delay !== undefined) checkTimer("delay", delay);
  if (chunkSize !== undefined) checkWhole("chunkSize", chunkSize, 1);
  if (chunkDelay !== undefined) checkTimer("chunkDelay", chunkDelay);
  if (cutOff !== undefined) checkWhole("cutOff", cutOff, 0);
  if (typeof hang === "number") checkWhole("hang", hang, 0);
  else if (hang !== undefined && hang !== "headers" && hang !== "body") {
    expected("hang", '"headers", "body" or a number of bytes', hang);
  }
  if (reject !== undefined && reject !== "network") expected("reject", '"network"', reject);
  if (carryOut !== undefined && typeof carryOut !== "boolean") expected("carryOut", "a boolean", carryOut);
  if (reject !== undefined && hang !== undefined) expected("hang", "left out where `reject` is given", hang);
  if (cutOff !== undefined && hang !== undefined) expected("hang", "left out where `cutOff` is given", hang);
  if (status !== undefined && BODILESS.includes(status) && body !== undefined) {
    expected("body", `left out, since an answer of status ${status} has none`, body);
  }
  return {
    ...fault,
    ...(headers === undefined ? {} : { headers: checkHeaders(headers) }),
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : checkBytes(body) }),
  };
}

function checkHeaders(headers: NonNullable<Fault["headers"]>): Readonly<Record<string, string>> {
  if (typeof headers !== "object" || headers === null) expected("headers", "an object", headers);
  const checked = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) checked.set(name, checkText(`headers.${name}`, value));
  }
  return byLowerCaseName(checked);
}

function checkBytes(body: unknown): Uint8Array {
  return ArrayBuffer.isView(body) && body instanceof Uint8Array
    ? body.slice()
    : expected("body", "a string or bytes", body);
}

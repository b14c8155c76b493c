// Reads the body of a response, up to a limit.

/** The text of a body; `null` if it is longer than the limit; `undefined` if it cannot be read. */
export type BodyText = string | null | undefined;

/**
 * After this many pieces of a body, the event loop gets a turn. A stream may have all its pieces ready, and then no timer
 * would fire. Pieces from a network have some kilobytes, so that the body of a task never has as many.
 */
const PIECES_PER_TURN = 256;

/** The attempt that reads a body. */
interface BodyReader {
  /** Whether the rest is no longer needed. */
  readonly over: boolean;
  /** Called when the body has been read, or the limit is reached. */
  end(): void;
}

/** One decoder for all bodies. Each body is decoded in one call, so that no state remains for the next. */
let decoder: TextDecoder | undefined;

/**
 * Reads a body piece by piece, so that a very large one does not fill the memory.
 *
 * @param limit The maximum number of bytes.
 * @throws The error of the stream or of the response.
 */
export async function readBody(response: Response, limit: number, attempt: BodyReader): Promise<BodyText> {
  const reader = readerOf(response);
  if (reader === undefined) return readWhole(response, limit, attempt);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let count = 1; !attempt.over; count += 1) {
    // A reader that the caller's fetch gave may return anything else. That counts as a piece without bytes.
    const { done, value } = Object(await reader.read()) as ReadableStreamReadResult<Uint8Array>;
    if (done) {
      attempt.end();
      return decode(pieces, length);
    }
    if (!ArrayBuffer.isView(value)) return undefined;
    length += value.byteLength;
    if (length > limit) {
      attempt.end();
      void cancel(reader);
      return null;
    }
    if (value.byteLength > 0) pieces.push(value);
    if (count % PIECES_PER_TURN === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  void cancel(reader);
  return undefined;
}

/** `undefined` if there is no body, as with 204, or if the response is a foreign object without a stream. */
function readerOf(response: Response): ReadableStreamDefaultReader<Uint8Array> | undefined {
  try {
    const reader = response.body?.getReader();
    return typeof reader?.read === "function" ? reader : undefined;
  } catch {
    return undefined;
  }
}

async function cancel(reader: ReadableStreamDefaultReader): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // A stream may refuse to be cancelled. That makes no difference for the call.
  }
}

async function readWhole(response: Response, limit: number, attempt: BodyReader): Promise<BodyText> {
  let answer: unknown;
  try {
    answer = response.text();
  } catch {
    return undefined;
  }
  const text: unknown = await answer;
  attempt.end();
  if (typeof text !== "string") return undefined;
  return text.length > limit ? null : text;
}

/** A small answer comes in one piece, which is decoded without a copy. */
function decode(pieces: readonly Uint8Array[], length: number): string | undefined {
  const [first] = pieces;
  if (first === undefined) return "";
  try {
    decoder ??= new TextDecoder();
    return decoder.decode(pieces.length === 1 ? first : joined(pieces, length));
  } catch {
    // The bytes of a foreign stream may be shared with another thread, or detached.
    return undefined;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let from = 0;
  // A foreign stream may give any view of a buffer, not only bytes.
  for (const { buffer, byteOffset, byteLength } of pieces) {
    whole.set(new Uint8Array(buffer, byteOffset, byteLength), from);
    from += byteLength;
  }
  return whole;
}

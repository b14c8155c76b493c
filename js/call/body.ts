// Reads the body of a response, and no more of it than is allowed.

/** The text of a body; `null` if it is longer than is allowed; `undefined` if it cannot be read. */
export type BodyText = string | null | undefined;

/**
 * After so many pieces of a body the page or process gets a turn: a stream may have each piece at hand at once, and no
 * clock would ever ring. A network's pieces are some kilobytes long, so that a task never has as many.
 */
const piecesPerTurn = 256;

/** Who reads a body: an attempt. */
interface BodyReader {
  /** Whether nobody wants the rest any more. */
  readonly over: boolean;
  /** Called when the body has been read, or as much as is allowed. */
  end(): void;
}

/** One for all bodies: each is decoded whole, so that nothing of it stays in here for the next. */
let decoder: TextDecoder | undefined;

/**
 * Reads a body, piece by piece, so that one of a gigabyte costs no gigabyte.
 *
 * @param limit How many bytes are read at most.
 * @throws What the stream, or the response, fails with.
 */
export async function readBody(response: Response, limit: number, attempt: BodyReader): Promise<BodyText> {
  const reader = readerOf(response);
  if (reader === undefined) return readWhole(response, limit, attempt);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let count = 1; !attempt.over; count += 1) {
    // A stranger's reader may give something else, which then is a piece without bytes.
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
    if (count % piecesPerTurn === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  void cancel(reader);
  return undefined;
}

/** There is none where there is no body, as with 204, or where the response is somebody's own object. */
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
    // A stream may refuse to be cancelled, which changes nothing for the call.
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

/** An answer of some hundred bytes comes in one piece, which is decoded where it lies. */
function decode(pieces: readonly Uint8Array[], length: number): string | undefined {
  const [first] = pieces;
  if (first === undefined) return "";
  try {
    decoder ??= new TextDecoder();
    return decoder.decode(pieces.length === 1 ? first : joined(pieces, length));
  } catch {
    // A stranger's bytes may be shared with another thread, or gone.
    return undefined;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let from = 0;
  // Not all are bytes: a stranger's stream may give any view of a buffer.
  for (const { buffer, byteOffset, byteLength } of pieces) {
    whole.set(new Uint8Array(buffer, byteOffset, byteLength), from);
    from += byteLength;
  }
  return whole;
}

// A fetch that records requests and answers, without the token.
import type { FetchInit } from "sfs-turbo-tasks";
import type { Call, Exchange } from "./exchange";
import type { RequestLog } from "./log";

export type PageFetch = (url: string, init: FetchInit) => Promise<Response>;

/** Replaces a secret header. */
export const HIDDEN = "•••";

/** How many characters of a body are kept. */
const LONGEST = 20_000;

export function recordingFetch(fetch: PageFetch, log: RequestLog): PageFetch {
  let number = 0;

  return async (url, { call, ...init }: FetchInit & { call?: Call }) => {
    number += 1;
    const exchange = begin(number, url, init, call);
    const started = performance.now();
    const end = (change: Partial<Exchange>) => {
      Object.assign(exchange, change, { took: performance.now() - started });
      log.change(exchange);
    };
    log.add(exchange);
    try {
      const answer = await fetch(url, init);
      Object.assign(exchange, {
        ...{
          outcome: "answered",
          status: answer.status,
          requestId: answer.headers.get("x-request-id") ?? "",
        },
        answerHeaders: Object.fromEntries(answer.headers),
      });
      log.change(exchange);
      void read(answer.clone()).then((answerBody) => end({ answerBody }));
      return answer;
    } catch (error) {
      end({ outcome: init.signal.aborted ? "givenUp" : "noAnswer", reason: String(error) });
      throw error;
    }
  };
}

function begin(number: number, url: string, init: FetchInit, call: Call | undefined): Exchange {
  const { method, headers, body = "" } = init;
  const retryReason = call?.retryReason ?? "";
  if (call) {
    call.attempts += 1;
    call.retryReason = "";
  }
  const isSigned = "X-Auth-Token" in headers;
  return {
    ...{ number, call, attempt: call?.attempts ?? 1, retryReason, startedAt: new Date() },
    ...{ method, url: new URL(url, location.href).href, body, isSigned },
    headers: isSigned ? { ...headers, "X-Auth-Token": HIDDEN } : headers,
    ...{
      outcome: "underWay",
      status: 0,
      took: 0,
      requestId: "",
      answerHeaders: {},
      answerBody: "",
      reason: "",
    },
  };
}

/** The body, as far as it arrived. */
async function read(answer: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  const reader = answer.body?.getReader();
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) return text;
      text += decoder.decode(piece.value, { stream: true });
      if (text.length > LONGEST) {
        // Not awaited: the client reads its own copy.
        void reader?.cancel();
        return `${text.slice(0, LONGEST)}…`;
      }
    }
  } catch (error) {
    return `${text}\n(${String(error)})`;
  }
}

// One request over node:http or node:https, limited in time and size. Redirects are not followed.

import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { fieldOf } from "./field.js";
import { codeOf } from "./thrown.js";

/** Tokens are sent in a header and may be longer than Node's own limit of 16 KiB. */
const LARGEST_HEADERS = 128 * 1024;

const LARGEST_BODY = 1024 * 1024;

export interface Request {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Milliseconds for the request and its answer. */
  readonly timeout: number;
  /** `true`: never through a proxy, even if the environment names one. */
  readonly direct: boolean;
}

export interface Answer {
  readonly status: number;
  /** The value of a header, by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** There was no answer. The message says why. It does not contain headers or the query of the URL. */
export class NoAnswer extends Error {}

/** The URL of a request for messages, without the parts that may be secret. */
export function placeOf({ origin, pathname }: URL): string {
  return origin + pathname;
}

/** Sends a request. A redirect is returned as an answer: the caller must refuse it. */
export function exchange(request: Request): Promise<Answer> {
  const { method, url, headers, body, timeout, direct } = request;
  const place = `${method} ${placeOf(url)}`;
  const failed = (error: unknown) => `failed: ${codeOf(error)}`;
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let sent: ClientRequest | undefined;
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new NoAnswer(`${place} ${reason}`));
      sent?.destroy();
    };
    try {
      sent = (url.protocol === "http:" ? requestHttp : requestHttps)(url, {
        method,
        headers: lengthened(headers, body),
        maxHeaderSize: LARGEST_HEADERS,
        // With `agent: false` Node uses no proxy from the environment.
        ...(direct ? { agent: false as const } : {}),
      });
      timer = setTimeout(() => fail(`got no answer within ${timeout} ms`), timeout);
      sent.on("error", (error) => fail(failed(error)));
      sent.once("response", (response) => {
        response.on("error", (error) => fail(failed(error)));
        readBody(response, fail, (text) => {
          clearTimeout(timer);
          resolve(answerOf(response, text));
        });
      });
      sent.end(body);
    } catch (error) {
      // A custom global agent may throw anything.
      fail(failed(error));
    }
  });
}

function lengthened(headers: Request["headers"], body: string | undefined): Record<string, string> {
  return body === undefined ? { ...headers } : { ...headers, "Content-Length": `${Buffer.byteLength(body)}` };
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, body: string): Answer {
  const header = (name: string) => {
    const value = fieldOf(headers, name);
    return typeof value === "string" ? value : undefined;
  };
  return { status: statusCode, header, body };
}

function readBody(
  response: IncomingMessage,
  fail: (reason: string) => void,
  done: (body: string) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > LARGEST_BODY) fail(`got an answer of more than ${LARGEST_BODY} bytes`);
    else chunks.push(chunk);
  });
  response.once("end", () => done(Buffer.concat(chunks).toString("utf8")));
}

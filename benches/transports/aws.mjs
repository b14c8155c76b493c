// Answers from memory where AWS's clients take a request handler: the body as a stream, as their own handler in Node gives it.
// @ts-check
import { Readable } from "node:stream";

/** @param {string} body */
export function createTransport(body) {
  const bytes = Buffer.from(body);
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amzn-requestid": "b1946ac92492d2347c6235b4",
  };
  return {
    handle: async () => ({ response: { statusCode: 200, headers, body: Readable.from([bytes]) } }),
  };
}

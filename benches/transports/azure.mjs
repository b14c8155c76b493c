// Answers from memory where Azure's clients take an HttpClient: the text of the body.
import { createHttpHeaders } from "@azure/core-rest-pipeline";

/** @param {string} body */
export function createTransport(body) {
  const headers = {
    "content-type": "application/json",
    "x-ms-request-id": "b1946ac92492d2347c6235b4d2611184",
  };
  return {
    sendRequest: async (/** @type {object} */ request) => ({
      request,
      status: 200,
      headers: createHttpHeaders(headers),
      bodyAsText: body,
    }),
  };
}

// Answers from memory where axios takes an adapter: the text of the body, which axios then parses.
// @ts-check

/** @param {string} body */
export function createTransport(body) {
  const headers = { "content-type": "application/json", "x-request-id": "b1946ac92492d2347c6235b4d2611184" };
  return async (/** @type {object} */ config) => ({
    data: body,
    status: 200,
    statusText: "OK",
    headers,
    config,
    request: {},
  });
}

// Answers from memory where a client takes a function that works as fetch does.
// @ts-check

/** @param {string} body */
export function createTransport(body) {
  const headers = { "content-type": "application/json", "x-request-id": "b1946ac92492d2347c6235b4d2611184" };
  return async () => new Response(body, { status: 200, headers });
}

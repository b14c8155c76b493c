// The servers of the fault matrix as a page or another process reaches them; the other end is `fault-servers/`.
// @ts-check

/**
 * @param {string} url
 * @returns {import("./run.mjs").Control}
 */
export function remoteControl(url) {
  // Rows replace neither of these, but these requests must not pass through what they mock.
  const { fetch } = globalThis;
  /** @param {string} path */
  const ask = async (path) => (await fetch(url + path, { method: "POST" })).json();
  return {
    prepare: (fault, operation) => ask(`/prepare?${new URLSearchParams({ fault, operation })}`),
    seen: (stand) => ask(`/seen?stand=${stand}`),
    finish: (stand) => ask(`/finish?stand=${stand}`),
  };
}

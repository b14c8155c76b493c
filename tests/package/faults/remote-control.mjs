// The servers of the fault matrix as a page or another process reaches them; the other end is `fault-servers/`.
// @ts-check

/**
 * @param {string} url
 * @returns {import("./run.mjs").Control}
 */
export function remoteControl(url) {
  // Rows replace neither of these, but what they ask must not pass through what they mock.
  const { fetch } = globalThis;
  /** @param {string} path */
  const ask = async (path) => (await fetch(url + path, { method: "POST" })).json();
  return {
    prepare: (name) => ask(`/prepare?name=${encodeURIComponent(name)}`),
    seen: () => ask("/seen"),
    finish: () => ask("/finish"),
  };
}

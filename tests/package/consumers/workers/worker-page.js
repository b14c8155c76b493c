// Starts a worker, sends it the place, and shows its report.
// @ts-check
const worker = new Worker("./worker.js", { type: "module" });
const show = (/** @type {string} */ text) => {
  /** @type {HTMLElement} */ (document.getElementById("report")).textContent = text;
};
worker.onmessage = (/** @type {MessageEvent<string>} */ { data }) => show(data);
worker.onerror = (/** @type {ErrorEvent} */ { message }) => show(JSON.stringify({ failure: message }));
worker.postMessage(JSON.parse(new URLSearchParams(location.search).get("place") ?? "null"));

// Registers a service worker, sends it the place, and shows its report.
// @ts-check
const show = (/** @type {string} */ text) => {
  /** @type {HTMLElement} */ (document.getElementById("report")).textContent = text;
};
navigator.serviceWorker.onmessage = (/** @type {MessageEvent<string>} */ { data }) => show(data);
try {
  await navigator.serviceWorker.register("./service-worker.js", { type: "module" });
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(JSON.parse(new URLSearchParams(location.search).get("place") ?? "null"));
} catch (error) {
  show(JSON.stringify({ failure: String(error) }));
}

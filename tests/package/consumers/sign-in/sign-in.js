// Signs in, and reports the status of the answer, and the cookies that a script can read.
// @ts-check
const password = new URLSearchParams(location.search).get("password") ?? "";
const { status } = await fetch("/login", { method: "POST", body: new URLSearchParams({ password }) });
/** @type {HTMLElement} */ (document.getElementById("report")).textContent = JSON.stringify({
  status,
  cookies: document.cookie,
});

// Makes the call whose options are in the address, and reports its result and the policy violations meanwhile.
import { getTask, isSfsTurboError } from "./node_modules/sfs-turbo-tasks/dist/index.js";

/** @type {string[]} */
const violations = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  violations.push(`${effectiveDirective} ${blockedURI}`);
});

const options = JSON.parse(new URLSearchParams(location.search).get("options") ?? "null");
const outcome = await getTask(options).then(
  (task) => ({ task }),
  (error) => ({ typed: isSfsTurboError(error), error, cause: String(error.cause) }),
);
// The event of a violation arrives in its own task, after the code that caused it.
await new Promise((resolve) => setTimeout(resolve));
/** @type {HTMLElement} */ (document.getElementById("report")).textContent = JSON.stringify({
  ...outcome,
  violations,
});

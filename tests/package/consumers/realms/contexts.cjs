// Loads the package into a `vm` context, as test runners do, and passes errors and options across its border.
// @ts-check
const { readFileSync } = require("node:fs");
const { createContext, runInContext } = require("node:vm");
const outer = require("sfs-turbo-tasks");

const { endpoint, projectId, token, running, missing } = JSON.parse(process.argv[2] ?? "null");
// The globals that a test runner puts into its contexts. Their objects belong to this realm; `Object`, `Error` and `Promise`
// belong to the context.
const { fetch, AbortController, DOMException, URL, performance, setTimeout, clearTimeout } = globalThis;
const context = createContext({
  ...{ fetch, AbortController, DOMException, URL, performance, setTimeout, clearTimeout },
  ...{ TextDecoder, TextEncoder },
  options: { endpoint, projectId, token },
});
const load = runInContext("(text) => new Function('module', 'exports', text)", context);
const module_ = { exports: /** @type {any} */ ({}) };
load(readFileSync(require.resolve("sfs-turbo-tasks"), "utf8"))(module_, module_.exports);
const inner = module_.exports;

const optionsOfInner = runInContext("({ ...options })", context);
const fail = (/** @type {any} */ copy) =>
  copy.getTask({ endpoint, projectId, token, ...missing }).catch((/** @type {unknown} */ error) => error);

(async () => {
  const errors = { outer: await fail(outer), inner: await fail(inner) };
  const tasks = [
    await outer.getTask(Object.assign(optionsOfInner, running)),
    await inner.getTask({ endpoint, projectId, token, ...running }),
  ];
  console.log(
    JSON.stringify({
      innerIsOfOuterRealm: errors.inner instanceof Error,
      outerKnowsInner: outer.isSfsTurboError(errors.inner),
      innerKnowsOuter: inner.isSfsTurboError(errors.outer),
      errCodes: [errors.outer.errCode, errors.inner.errCode],
      statuses: tasks.map(({ status }) => status),
    }),
  );
})();

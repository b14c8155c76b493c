// Loads the package as an ES module and as CommonJS, and passes each copy's errors to the guard of the other.
// @ts-check
import { createRequire } from "node:module";
import * as imported from "sfs-turbo-tasks";

const required = createRequire(import.meta.url)("sfs-turbo-tasks");
const { endpoint, projectId, token, missing } = JSON.parse(process.argv[2] ?? "null");
const fail = (/** @type {any} */ copy) =>
  copy.getTask({ endpoint, projectId, token, ...missing }).catch((/** @type {unknown} */ error) => error);

const errors = { imported: await fail(imported), required: await fail(required) };
console.log(
  JSON.stringify({
    sameFunctions: imported.getTask === required.getTask,
    sameClass: errors.imported instanceof required.SfsTurboError,
    importedKnowsRequired: imported.isSfsTurboError(errors.required),
    requiredKnowsImported: required.isSfsTurboError(errors.imported),
    errCodes: [errors.imported.errCode, errors.required.errCode],
  }),
);

// What every consumer has to report, and which requests the service has to see, in every environment.
// @ts-check
import assert from "node:assert/strict";
import { failed, failureMessage, running } from "./service.mjs";

/** @typedef {import("./service.mjs").Place} Place */

/** The steps of the scenario that reach the service, in their order: `badArgument` does not. */
const SENT = /** @type {const} */ ([
  "running",
  "failed",
  "documented",
  "missing",
  "foreign",
  "wrongToken",
  "destructured",
]);

const documentedDirectory = {
  srcTarget: "sfs-link-directory",
  srcPrefix: "input/datasets/",
  destTarget: "sfs-link-directory",
  destPrefix: "input/datasets/",
};

/**
 * @param {Record<string, any>} report
 * @param {import("./service.mjs").Service} service
 */
export function expectScenario(report, { place, seen }) {
  assert.equal(report.failure, undefined, "the scenario itself runs to its end");
  const requests = seen();
  assert.deepEqual(
    requests.map(asked),
    SENT.map((step) => expectedRequest(step, place)),
  );
  const [first, second, third, fourth, fifth, sixth, seventh] = requests.map(({ requestId }) => requestId);
  assert.deepEqual(report, {
    running: { task: runningTask(first) },
    failed: { task: failedTask(second) },
    documented: { task: documentedTask(third) },
    missing: thrown({
      kind: "not-found",
      errCode: "SFS.TURBO.0106",
      errMsg: "Invalid task id.",
      message: `getTask: found no task ${place.missing.taskId} of file system ${place.missing.shareId}: SFS.TURBO.0106 Invalid task id. (HTTP 400, request id ${fourth})`,
      httpStatus: 400,
      requestId: fourth,
    }),
    foreign: thrown({
      kind: "forbidden",
      errCode: "SFS.TURBO.9000",
      errMsg: "no privileges to operate",
      message: `getTask: no permission for task ${place.foreign.taskId} of file system ${place.foreign.shareId}: SFS.TURBO.9000 no privileges to operate; the user needs the IAM action sfsturbo:shares:getDataRepositoryTask (HTTP 403, request id ${fifth})`,
      httpStatus: 403,
      requestId: fifth,
    }),
    wrongToken: thrown({
      kind: "unauthenticated",
      errCode: "APIGW.0301",
      errMsg: "Incorrect IAM authentication information: decrypt token fail",
      message: `getTask: the token was refused for task ${running.taskId}: APIGW.0301 Incorrect IAM authentication information: decrypt token fail (HTTP 401, request id ${sixth})`,
      httpStatus: 401,
      requestId: sixth,
    }),
    badArgument: thrown({
      kind: "invalid-request",
      errCode: "CLIENT.INVALID_REQUEST",
      errMsg: "taskId must not be . or ..",
      message: "getTask: taskId must not be . or ..",
      httpStatus: null,
      requestId: null,
      attempts: 0,
      field: "taskId",
    }),
    destructured: { task: runningTask(seventh) },
  });
}

/**
 * The task that started at 03:04:05 on 2 January 2026 and runs forever.
 * @param {string | undefined} requestId
 */
function runningTask(requestId) {
  const directory = { srcTarget: "link", srcPrefix: "out/", destTarget: "link", destPrefix: "out/" };
  return task(
    { taskId: running.taskId, type: "export", status: "DOING", ...directory, message: "" },
    requestId,
    {
      startTime: "2026-01-02T03:04:05",
      endTime: "",
    },
  );
}

/**
 * The task that failed 61 seconds after that.
 * @param {string | undefined} requestId
 */
function failedTask(requestId) {
  const fields = {
    taskId: failed.taskId,
    type: "preload",
    status: "FAIL",
    ...documentedDirectory,
    message: failureMessage,
  };
  return task(fields, requestId, { startTime: "2026-01-02T03:04:05", endTime: "2026-01-02T03:05:06" });
}

/**
 * The vendor's example: its answer has another id than its request.
 * @param {string | undefined} requestId
 */
function documentedTask(requestId) {
  const taskId = "7bd2a9b6-xxxx-4605-xxxx-512d636001b0";
  const fields = { taskId, type: "import_metadata", status: "DOING", ...documentedDirectory, message: "" };
  return task(fields, requestId, { startTime: "2023-09-02T15:04:05", endTime: "" });
}

/**
 * A task as a consumer reports it: times are dates read as UTC, and `raw` is what the service sent.
 * @param {{ taskId: string, type: string, status: string, srcTarget: string, srcPrefix: string, destTarget: string, destPrefix: string, message: string }} fields
 * @param {string | undefined} requestId
 * @param {{ startTime: string, endTime: string }} times as the service writes them
 */
function task(fields, requestId, { startTime, endTime }) {
  const { taskId, type, status, srcTarget, srcPrefix, destTarget, destPrefix, message } = fields;
  return {
    ...fields,
    startTime: `Date ${startTime}.000Z`,
    endTime: endTime === "" ? null : `Date ${endTime}.000Z`,
    requestId,
    raw: {
      task_id: taskId,
      type,
      status,
      src_target: srcTarget,
      src_prefix: srcPrefix,
      dest_target: destTarget,
      dest_prefix: destPrefix,
      start_time: startTime,
      end_time: endTime,
      message,
    },
  };
}

/**
 * An error as a consumer reports it.
 * @param {Record<string, unknown> & { message: string }} fields those that `toJSON` gives, as far as they are not usual
 */
function thrown(fields) {
  return {
    error: {
      isSfsTurboError: true,
      isInstance: true,
      isError: true,
      name: "SfsTurboError",
      text: `SfsTurboError: ${fields.message}`,
      tellsToken: false,
      json: {
        name: "SfsTurboError",
        operation: "getTask",
        cause: null,
        retryable: false,
        attempts: 1,
        field: null,
        encodedAuthorizationMessage: null,
        task: null,
        ...fields,
      },
    },
  };
}

/** @param {{ method: string, path: string, query: string, headers: Readonly<Record<string, string>> }} request */
function asked({ method, path, query, headers }) {
  return { method, path, query, token: headers["x-auth-token"] };
}

/**
 * @param {typeof SENT[number]} step
 * @param {Place} place
 */
function expectedRequest(step, place) {
  const { shareId, taskId } = step === "wrongToken" || step === "destructured" ? place.running : place[step];
  return {
    method: "GET",
    path: `/v1/${place.projectId}/sfs-turbo/${shareId}/hpc-cache/task/${taskId}`,
    query: "",
    token: step === "wrongToken" ? place.wrongToken : place.token,
  };
}

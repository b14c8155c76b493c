// The fixed answers: for each service one resource of about the same size, with the requested id.
// @ts-check
import { projectId, taskId } from "./candidates/ids.mjs";

/** SFS Turbo's answer for a task. */
const task = {
  task_id: taskId,
  type: "import_metadata",
  status: "DOING",
  src_target: "sfs-link-directory",
  src_prefix: "input/datasets/",
  dest_target: "sfs-link-directory",
  dest_prefix: "input/datasets/",
  start_time: "2023-09-02T15:04:05",
  end_time: "",
  message: "",
};

/** Azure's answer for a managed Lustre file system. */
const fileSystem = {
  id: `/subscriptions/${projectId}/resourceGroups/benchmark/providers/Microsoft.StorageCache/amlFilesystems/${taskId}`,
  name: taskId,
  type: "Microsoft.StorageCache/amlFilesystems",
  location: "eastus",
  properties: {
    provisioningState: "Succeeded",
    storageCapacityTiB: 16,
    health: { state: "Available", statusDescription: "amlFilesystem is ok." },
  },
};

/** AWS's answer for data repository tasks. */
const tasks = {
  DataRepositoryTasks: [
    {
      TaskId: taskId,
      Lifecycle: "EXECUTING",
      Type: "IMPORT_METADATA_FROM_REPOSITORY",
      FileSystemId: "fs-0123456789abcdef0",
      Paths: ["input/datasets/"],
      CreationTime: 1693667045,
      Report: { Enabled: false },
    },
  ],
};

/** By the name that a candidate has for its service. */
export const answers = {
  "sfs-turbo": { contentType: "application/json", body: JSON.stringify(task) },
  azure: { contentType: "application/json", body: JSON.stringify(fileSystem) },
  aws: { contentType: "application/x-amz-json-1.1", body: JSON.stringify(tasks) },
};

/** The id that every candidate has to return. */
export const expectedId = taskId;

/** @param {import("node:http").IncomingMessage} request */
export function answerTo({ method, url = "" }) {
  if (method === "POST") return answers.aws;
  if (url.startsWith("/subscriptions/")) return answers.azure;
  return url.startsWith("/v1/") ? answers["sfs-turbo"] : undefined;
}

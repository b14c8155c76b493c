// Every flag, once. Each command lists the flags that it takes.

import type { Flag } from "./flag.js";

const TYPES = ["import", "import_metadata", "preload", "export"] as const;

/** The values of an argument that is a task type. */
export const taskTypes: readonly string[] = TYPES;

/** Flags of every command. */
export const commonFlags: readonly Flag[] = [
  { name: "plain", summary: "No colours, and no line is redrawn" },
  { name: "quiet", short: "q", summary: "No progress and no hints; `create` prints only the id" },
  { name: "help", short: "h", summary: "Prints this help" },
];

/** The output format. */
export const outputFlags: readonly Flag[] = [
  {
    name: "output",
    short: "o",
    value: "format",
    choices: ["table", "json", "ndjson", "id"],
    summary: "The output format",
    otherwise:
      "`table` on a terminal; elsewhere `ndjson` for `list`, `watch` and `create --watch`, `id` for `create`, and `json` for the others",
  },
  { name: "raw", summary: "Adds the service's own object to JSON, as `raw`" },
  { name: "utc", summary: "Shows the times of tables in UTC", otherwise: "in the time zone of this machine" },
];

/** The endpoint, the credentials, and the file system. */
export const connectionFlags: readonly Flag[] = [
  {
    name: "share",
    value: "id",
    option: "shareId",
    variable: "SFS_TURBO_SHARE_ID",
    summary: "The file system",
  },
  {
    name: "project",
    value: "id",
    option: "projectId",
    variable: "SFS_TURBO_PROJECT_ID",
    summary: "The project",
    otherwise: "`HUAWEICLOUD_SDK_PROJECT_ID`, `HW_PROJECT_ID`, or the project of the source of keys",
  },
  {
    name: "region",
    value: "id",
    option: "region",
    variable: "SFS_TURBO_REGION",
    summary: "The region, such as cn-north-4",
    otherwise: "`HW_REGION_NAME`",
  },
  {
    name: "endpoint",
    value: "url",
    option: "endpoint",
    variable: "SFS_TURBO_ENDPOINT",
    summary: "The URL of the service, instead of a region",
  },
  {
    name: "profile",
    value: "name",
    summary: "Signs in with this section of the vendor's profile file",
  },
  {
    name: "token-file",
    value: "path",
    file: true,
    summary: "Signs in with the token in this file, which is read again when a new token is needed",
  },
  { name: "token-stdin", summary: "Signs in with the token from standard input" },
  {
    name: "allow-insecure",
    option: "allowInsecure",
    summary: "Allows `http:` to other machines; anybody on the way can then read the token",
  },
  { name: "verbose", summary: "Prints each request, without secrets" },
];

/** Filters for tasks. */
export const filterFlags: readonly Flag[] = [
  {
    name: "status",
    value: "status",
    known: ["DOING", "SUCCESS", "FAIL", "DELETING"],
    option: "status",
    summary: "Only tasks in this status",
  },
  { name: "type", value: "type", known: taskTypes, option: "type", summary: "Only tasks of this type" },
];

/** The number of tasks. */
export const pageFlags: readonly Flag[] = [
  {
    name: "limit",
    value: "number",
    kind: "count",
    option: "limit",
    summary: "The maximum number of tasks",
    otherwise: "100",
  },
  { name: "all", summary: "All tasks, without a limit" },
  {
    name: "start-time",
    value: "time",
    option: "startTime",
    summary: "Only tasks from this time on, for example 2026-11-26T09:30:00 (UTC)",
  },
  { name: "end-time", value: "time", option: "endTime", summary: "Only tasks up to this time" },
];

/** How to follow a task. */
export const followFlags: readonly Flag[] = [
  {
    name: "timeout",
    value: "duration",
    kind: "duration",
    option: "waitTimeout",
    summary: "How long to wait at most: 250ms, 5s, 30m, 2h. The task continues after that",
    otherwise: "no limit",
  },
  {
    name: "interval",
    value: "duration",
    kind: "duration",
    least: 250,
    option: "interval",
    summary: "The pause between two requests, at least 250ms",
    otherwise: "2s at first, up to 15s later",
  },
];

/** What to wait for. */
export const untilFlag: Flag = {
  name: "until",
  value: "end",
  choices: ["ended", "deleted"],
  option: "until",
  summary: "What to wait for",
  otherwise: "ended",
};

/** The fields of a new task. */
export const taskFlags: readonly Flag[] = [
  {
    name: "src-target",
    value: "name",
    option: "srcTarget",
    summary: "The interworking directory that is bound to a bucket: one name, without a slash",
  },
  {
    name: "src-prefix",
    value: "prefix",
    option: "srcPrefix",
    summary: "Only objects whose names start with this",
    otherwise: "all",
  },
  {
    name: "file-mode",
    value: "mode",
    kind: "count",
    option: "attributes.fileMode",
    summary: "The mode of files that an import creates, in the digits of chmod, such as 640",
  },
  {
    name: "dir-mode",
    value: "mode",
    kind: "count",
    option: "attributes.dirMode",
    summary: "The mode of directories that an import creates, such as 750",
  },
  {
    name: "uid",
    value: "id",
    kind: "count",
    option: "attributes.uid",
    summary: "The id of the owner of what an import creates",
  },
  {
    name: "gid",
    value: "id",
    kind: "count",
    option: "attributes.gid",
    summary: "The id of the group of what an import creates",
  },
  { name: "wait", summary: "Waits until the task has ended, as `wait` does" },
  { name: "watch", summary: "Prints each change until the task has ended, as `watch` does" },
  { name: "dry-run", summary: "Prints the request without token or signature, and sends nothing" },
];

/** The confirmation of a deletion. */
export const yesFlag: Flag = {
  name: "yes",
  short: "y",
  summary: "Deletes without confirmation; required without a terminal",
};

/** Flags of the emulator. */
export const emulatorFlags: readonly Flag[] = [
  {
    name: "port",
    value: "number",
    kind: "port",
    summary: "The port to listen on; 0 means any free port",
    otherwise: "4010",
  },
  { name: "host", value: "address", summary: "The address to listen on", otherwise: "127.0.0.1" },
  {
    name: "file-system",
    value: "id",
    multiple: true,
    summary: "Adds a file system without tasks",
  },
  {
    name: "json",
    summary:
      "Prints one line of JSON: `endpoint`, `projectId`, `shareId`, `token`, `accessKeyId`, `secretAccessKey`, `taskId`",
  },
  {
    name: "scenario",
    value: "steps",
    multiple: true,
    summary:
      "How new tasks end: one step for each task, separated by commas; the last step is for all later tasks. Steps: `success=20s`, `fail=5s:why`, `forever`, `conflict`, `lost`",
    otherwise: "success=20s",
  },
];

/** Flags of `help`. */
export const markdownFlag: Flag = { name: "markdown", summary: "Prints the whole manual as Markdown" };

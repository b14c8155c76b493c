// Every flag, once. Each command lists the flags that it takes.

import type { Flag } from "./flag.js";

const TYPES = ["import", "import_metadata", "preload", "export"] as const;

/** The values of an argument that is a task type. */
export const taskTypes: readonly string[] = TYPES;

/** Flags of every command. */
export const commonFlags: readonly Flag[] = [
  { name: "plain", summary: "No colours, and no line that is redrawn" },
  { name: "quiet", short: "q", summary: "No progress and no hints; `create` prints the id only" },
  { name: "help", short: "h", summary: "Prints this" },
];

/** The output format. */
export const outputFlags: readonly Flag[] = [
  {
    name: "output",
    short: "o",
    value: "format",
    choices: ["table", "json", "ndjson", "id"],
    summary: "How data is written",
    otherwise:
      "`table` on a terminal; elsewhere `ndjson` for `list` and `watch`, `id` for `create` (with --watch `ndjson`), else `json`",
  },
  { name: "raw", summary: "In JSON, the service's own object too, as `raw`" },
  { name: "utc", summary: "Times of tables in UTC", otherwise: "in the zone of this machine" },
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
    otherwise: "`HUAWEICLOUD_SDK_PROJECT_ID`, `HW_PROJECT_ID`, or the one of the key's source",
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
    summary: "Where the service is, instead of a region",
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
    summary: "Signs in with the token in a file, which is read again when it is needed",
  },
  { name: "token-stdin", summary: "Signs in with the token that standard input holds" },
  {
    name: "allow-insecure",
    option: "allowInsecure",
    summary: "Lets `http:` go to other machines, where anybody on the way can read the token",
  },
  { name: "verbose", summary: "Tells each request, without secrets" },
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
    summary: "How many tasks at most",
    otherwise: "100",
  },
  { name: "all", summary: "Every task, however many" },
  {
    name: "start-time",
    value: "time",
    option: "startTime",
    summary: "Only tasks from this time on, such as 2026-11-26T09:30:00 (UTC)",
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
    summary: "How long to follow at most: 250ms, 5s, 30m, 2h. The task goes on",
    otherwise: "as long as it takes",
  },
  {
    name: "interval",
    value: "duration",
    kind: "duration",
    least: 250,
    option: "interval",
    summary: "The pause between two looks, from 250ms on",
    otherwise: "2s, growing to 15s",
  },
];

/** What to wait for. */
export const untilFlag: Flag = {
  name: "until",
  value: "end",
  choices: ["ended", "deleted"],
  option: "until",
  summary: "What is waited for",
  otherwise: "ended",
};

/** The fields of a new task. */
export const taskFlags: readonly Flag[] = [
  {
    name: "src-target",
    value: "name",
    option: "srcTarget",
    summary: "The interworking directory, which is bound to a bucket: one name, without a slash",
  },
  {
    name: "src-prefix",
    value: "prefix",
    option: "srcPrefix",
    summary: "Only what begins so",
    otherwise: "all",
  },
  {
    name: "file-mode",
    value: "mode",
    kind: "count",
    option: "attributes.fileMode",
    summary: "Mode of the files that an import makes, in the digits of chmod, such as 640",
  },
  {
    name: "dir-mode",
    value: "mode",
    kind: "count",
    option: "attributes.dirMode",
    summary: "Mode of the directories, such as 750",
  },
  { name: "uid", value: "id", kind: "count", option: "attributes.uid", summary: "Their owner" },
  { name: "gid", value: "id", kind: "count", option: "attributes.gid", summary: "Their group" },
  { name: "wait", summary: "Waits for its end, as `wait` does" },
  { name: "watch", summary: "Prints each change until its end, as `watch` does" },
  { name: "dry-run", summary: "Prints the request, without what signs in, and sends nothing" },
];

/** The confirmation of a deletion. */
export const yesFlag: Flag = {
  name: "yes",
  short: "y",
  summary: "Deletes without asking; needed where nobody can be asked",
};

/** Flags of the emulator. */
export const emulatorFlags: readonly Flag[] = [
  {
    name: "port",
    value: "number",
    kind: "port",
    summary: "The port to listen on; 0 picks one",
    otherwise: "4010",
  },
  { name: "host", value: "address", summary: "The address to listen on", otherwise: "127.0.0.1" },
  {
    name: "file-system",
    value: "id",
    multiple: true,
    summary: "A further file system, without tasks; for each one once more",
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
      "What becomes of the tasks that are created, one step each, the last one for all that follow: `success=20s`, `fail=5s:why`, `forever`, `conflict`, `lost`, with commas between",
    otherwise: "success=20s",
  },
];

/** Flags of `help`. */
export const markdownFlag: Flag = { name: "markdown", summary: "Prints the whole manual as Markdown" };

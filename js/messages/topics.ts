// What error codes mean, for all languages: the topic of a code, and the IAM action of an operation.

import { own } from "./reading.js";
import type { Topic } from "./table.js";

/** Codes that are more exact than the kind of their error, or differ from it: 0011 comes as 403 but is not a missing permission. */
const BY_TOPIC: Readonly<Partial<Record<Topic, string>>> = {
  forbidden: "SFS.TURBO.0015",
  "not-found": "SFS.TURBO.0002 SFS.TURBO.0106",
  rejected: "SFS.TURBO.0113",
  unavailable:
    "SFS.TURBO.0005 SFS.TURBO.0038 SFS.TURBO.0110 APIGW.0103 APIGW.0104 APIGW.0105 APIGW.0106 APIGW.0605 APIGW.0606 " +
    "APIGW.0608 APIGW.0609 APIGW.0610 APIGW.0611 APIGW.0612 APIGW.0705",
  network: "HTTP.407",
  address: "APIGW.0101 APIGW.0607 HTTP.404",
  backend: "SFS.TURBO.0107 SFS.TURBO.0108 SFS.TURBO.0109 SFS.TURBO.0111 SFS.TURBO.0126",
  blocked: "APIGW.0302 APIGW.0304 APIGW.0310 APIGW.0401 APIGW.0402 APIGW.0404 APIGW.0502 APIGW.0802",
  busy: "SFS.TURBO.0011 SFS.TURBO.0037 SFS.TURBO.0103",
  quota: "SFS.TURBO.0010 SFS.TURBO.0039 SFS.TURBO.0040 APIGW.0501",
  unsupported: "SFS.TURBO.0012 SFS.TURBO.0024 SFS.TURBO.0035 SFS.TURBO.0041",
};

/** The topic of a code, whatever the kind of its error; `undefined` if the kind decides. */
export function topicOfCode(code: string): Topic | undefined {
  const found = Object.entries(BY_TOPIC).find(([, codes]) => codes.split(" ").includes(code));
  return found?.[0] as Topic | undefined;
}

/** A code in the form of the tables: gateway codes start with `APIGW`, `APIG` or `APIC`, with the same meaning. */
export function canonical(code: string): string {
  return code.replace(/^(APIG|APIC)(?=\.\d{4}$)/, "APIGW");
}

/** The vendor's names. Waits and watches use the same API as `getTask` and `listTasks`. */
const IAM_ACTIONS: Readonly<Record<string, string>> = {
  createTask: "createDataRepositoryTask",
  deleteTask: "deleteDataRepositoryTask",
  getTask: "getDataRepositoryTask",
  waitForTask: "getDataRepositoryTask",
  watchTask: "getDataRepositoryTask",
  listTasks: "getAllDataRepositoryTasks",
  listAllTasks: "getAllDataRepositoryTasks",
  watchTasks: "getAllDataRepositoryTasks",
};

/** The IAM action that an operation of the client needs; `""` for an unknown name. */
export function iamActionOf(operation: string): string {
  const action = own(IAM_ACTIONS, operation);
  return action === undefined ? "" : `sfsturbo:shares:${action}`;
}

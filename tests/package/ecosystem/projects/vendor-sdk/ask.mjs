// Asks the service of the last argument as the vendor's SDK does, which signs with an access key, and beside it as this
// package does. What came of it is the last line that is printed: of what fails the SDK prints lines of its own.
import { createRequire } from "node:module";
import { createClient } from "sfs-turbo-tasks";

// Required file by file, as the vendor's packages of other services do: the core's entry lacks the builder.
const require = createRequire(import.meta.url);
const { BasicCredentials } = require("@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials");
const { ClientBuilder } = require("@huaweicloud/huaweicloud-sdk-core/ClientBuilder");

const { endpoint, projectId, token, credentials, running, missing } = JSON.parse(process.argv.at(-1));

function createVendorClient({ accessKeyId, secretAccessKey, securityToken }) {
  const key = new BasicCredentials().withAk(accessKeyId).withSk(secretAccessKey).withProjectId(projectId);
  if (securityToken !== undefined) key.withSecurityToken(securityToken);
  return new ClientBuilder((client) => client).withCredential(key).withEndpoint(endpoint).build();
}

/** An operation as the vendor's packages write theirs; npm has none of SFS Turbo. */
async function send(client, method, path, { shareId, taskId = "" }, { queryParams = {}, data } = {}) {
  try {
    return await client.sendRequest({
      method,
      url: `/v1/{project_id}/sfs-turbo/{share_id}/hpc-cache/${path}`,
      contentType: "application/json",
      queryParams,
      pathParams: { project_id: projectId, share_id: shareId, task_id: taskId },
      headers: {},
      data,
    });
  } catch ({ httpStatusCode, errorCode, errorMsg }) {
    return { httpStatusCode, errorCode, errorMsg };
  }
}

const { shareId } = running;
const vendor = createVendorClient(credentials);
const another = createVendorClient({ ...credentials, secretAccessKey: "wrong" });
const queryParams = { type: "export", status: "DOING", limit: 10, start_time: "2024-03-18T23:00:00" };
const data = {
  type: "import",
  src_target: "联动目录",
  src_prefix: "input/",
  dest_target: "联动目录",
  dest_prefix: "input/",
};

const shown = await send(vendor, "GET", "task/{task_id}", running);
const { raw } = await createClient({ endpoint, projectId, token }).getTask(running);
const listed = await send(vendor, "GET", "tasks", running, { queryParams });
const created = await send(vendor, "POST", "task", running, { data });
const followed = await send(vendor, "GET", "task/{task_id}", { shareId, taskId: created.task_id });
const deleted = await send(vendor, "DELETE", "task/{task_id}", running);
const absent = await send(vendor, "GET", "task/{task_id}", missing);
const refused = await send(another, "GET", "task/{task_id}", running);
console.log(JSON.stringify({ shown, raw, listed, created, followed, deleted, absent, refused }));

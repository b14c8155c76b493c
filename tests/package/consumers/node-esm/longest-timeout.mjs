// One call with the longest possible timeout: a remaining timer keeps this process alive for 25 days.
// @ts-check
import { createClient } from "sfs-turbo-tasks";

const { endpoint, projectId, token, running, missing } = JSON.parse(process.argv[2] ?? "null");
const longest = 2_147_483_647;
const client = createClient({ endpoint, projectId, token, timeout: longest, attemptTimeout: longest });
const { status } = await client.getTask(running);
const { errCode } = await client.getTask(missing).catch((error) => error);
const timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout");
console.log(JSON.stringify({ status, errCode, timers }));

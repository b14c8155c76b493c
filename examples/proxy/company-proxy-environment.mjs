// In Node behind a company's proxy from the environment: the program itself needs no setting. Start it with
//   NODE_USE_ENV_PROXY=1 HTTPS_PROXY=http://user:password@proxy.example.com:3128 node company-proxy-environment.mjs
// Node 24 and newer, and Node 22 from 22.21 on. Older versions ignore these variables: they connect directly.
import { createClient } from "sfs-turbo-tasks";

const { env } = process;
const client = createClient({
  region: env.SFS_TURBO_REGION,
  endpoint: env.SFS_TURBO_ENDPOINT,
  projectId: env.SFS_TURBO_PROJECT_ID,
  token: env.SFS_TURBO_TOKEN,
});

const { count } = await client.listTasks({ shareId: env.SFS_TURBO_SHARE_ID });
console.log(`${count} tasks`);

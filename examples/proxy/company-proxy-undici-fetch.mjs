// In Node behind a company's proxy: fetch and dispatcher both from the package undici, so the two always match.
import { createClient } from "sfs-turbo-tasks";
import { fetch, ProxyAgent } from "undici";

const { env } = process;
const client = createClient({
  region: env.SFS_TURBO_REGION,
  endpoint: env.SFS_TURBO_ENDPOINT,
  projectId: env.SFS_TURBO_PROJECT_ID,
  token: env.SFS_TURBO_TOKEN,
  fetch,
  // Such as http://user:password@proxy.example.com:3128
  fetchOptions: { dispatcher: new ProxyAgent(env.COMPANY_PROXY) },
});

const { count } = await client.listTasks({ shareId: env.SFS_TURBO_SHARE_ID });
console.log(`${count} tasks`);

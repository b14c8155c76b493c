// In Node behind a company's proxy: the built-in fetch, sent through a dispatcher of the package undici.
// undici 7 works with the built-in fetch of Node 20 to 26. undici 8 works only with Node 26: use company-proxy-undici-fetch.mjs.
import { createClient } from "sfs-turbo-tasks";
import { ProxyAgent } from "undici";

const { env } = process;
const client = createClient({
  region: env.SFS_TURBO_REGION,
  endpoint: env.SFS_TURBO_ENDPOINT,
  projectId: env.SFS_TURBO_PROJECT_ID,
  token: env.SFS_TURBO_TOKEN,
  // Such as http://user:password@proxy.example.com:3128
  fetchOptions: { dispatcher: new ProxyAgent(env.COMPANY_PROXY) },
});

const { count } = await client.listTasks({ shareId: env.SFS_TURBO_SHARE_ID });
console.log(`${count} tasks`);

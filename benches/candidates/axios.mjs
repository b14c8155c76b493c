// One call by axios.
import axios from "axios";
import { path, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: import("axios").AxiosAdapter }} options */
export function createCall({ endpoint, transport }) {
  const client = axios.create({
    baseURL: endpoint,
    headers: { "X-Auth-Token": token },
    ...(transport && { adapter: transport }),
  });
  return async () => (await client.get(path)).data.task_id;
}

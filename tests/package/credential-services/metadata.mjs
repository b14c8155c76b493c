// The metadata service of an ECS instance, with or without session tokens.
// @ts-check
import { json, keyBody, startServer } from "./server.mjs";

export const noAgency = "Please configure Cloud Service Agency first";

/**
 * @param {import("node:test").TestContext} t
 * @param {{ tokens?: "optional" | "required" | number, agency?: boolean, life?: number }} [options] `tokens`: a number is the
 *   status by which it says that it knows none; `life`: of a key, in milliseconds
 */
export async function startMetadata(t, { tokens = "optional", agency = true, life = 86_400_000 } = {}) {
  let token = "";
  let given = 0;
  let keys = 0;
  const server = await startServer(t, ({ method, path, headers }) => {
    if (method === "PUT" && path === "/meta-data/latest/api/token") {
      if (typeof tokens === "number") return { status: tokens };
      given += 1;
      token = `metadata-token-${given}`;
      return { status: 200, body: token };
    }
    if (method !== "GET" || path !== "/openstack/latest/securitykey") return { status: 404 };
    const shown = headers["x-metadata-token"];
    const fits = shown === undefined ? tokens !== "required" : shown === token;
    if (!fits) return { status: 401, body: "Unauthorized" };
    if (!agency) return { status: 401, body: `{"code":"401","message":"${noAgency}"}` };
    keys += 1;
    return json(200, keyBody(`${keys}`, Date.now() + life));
  });
  /** Makes the current token expire. */
  const revoke = () => {
    token = "";
  };
  return { ...server, revoke };
}

// `create --dry-run`: shows the request that would be sent, without the credentials.

import type { Fetch, FetchInit } from "sfs-turbo-tasks";
import type { Context } from "../context.js";
import { formatOf } from "../output/format.js";
import { writeJson, writeJsonLine } from "../output/json.js";
import { connect } from "../service/connect.js";
import { visible } from "../terminal/visible.js";
import type { NewTask } from "./create.js";

/** Prints the request, and sends nothing. */
export async function dryRun(context: Context, task: NewTask): Promise<number> {
  const { screen, signal } = context;
  let seen: { readonly url: string; readonly init: FetchInit } | undefined;
  const keep: Fetch = async (url, init) => {
    seen = { url, init };
    throw new TypeError("nothing is sent");
  };
  const { client, shareId, way } = await connect(context, keep);
  try {
    await client.createTask({ ...task, shareId, signal });
  } catch (error) {
    // A refused call is not sent, and its error says why.
    if (seen === undefined) throw error;
  }
  if (seen === undefined) throw new Error("the request was not sent");
  const { url, init } = seen;
  const headers = Object.fromEntries(
    Object.entries(init.headers)
      .filter(([name]) => name.toLowerCase() !== "x-auth-token")
      .concat([way === "token" ? ["X-Auth-Token", "[token]"] : ["Authorization", "[signature]"]]),
  );
  const { method, body = "" } = init;
  const request = { method, url, headers, body: JSON.parse(body) as unknown };
  const format = formatOf(context, "json");
  if (format === "ndjson") screen.data(writeJsonLine(request));
  else if (format === "json") screen.data(writeJson(request));
  else {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    screen.data(`${[`${method} ${url}`, ...lines].map(visible).join("\n")}\n\n${writeJson(request.body)}`);
  }
  screen.note("Nothing was sent.");
  return 0;
}

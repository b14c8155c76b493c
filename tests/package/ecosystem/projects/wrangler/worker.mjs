// A worker that answers with the report of the scenario.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "./scenario.mjs";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const place = JSON.parse(new URL(request.url).searchParams.get("place") ?? "null");
    return new Response(await reportScenario(sfsTurboTasks, place));
  },
};

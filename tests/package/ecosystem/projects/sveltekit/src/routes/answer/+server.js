// An endpoint that asks the package.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "../../../scenario.mjs";

export async function GET({ url }) {
  return new Response(await reportScenario(sfsTurboTasks, JSON.parse(url.searchParams.get("place"))));
}

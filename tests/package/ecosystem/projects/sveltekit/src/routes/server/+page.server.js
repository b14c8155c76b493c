// The server asks the package while it renders the page.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "../../../scenario.mjs";

export async function load({ url }) {
  return { report: await reportScenario(sfsTurboTasks, JSON.parse(url.searchParams.get("place"))) };
}

// A route without a page that asks the package.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "../../scenario.mjs";

export async function loader({ request }) {
  const place = new URL(request.url).searchParams.get("place");
  return new Response(await reportScenario(sfsTurboTasks, JSON.parse(place)));
}

// A page whose loader asks the package on the server.
import { useLoaderData } from "react-router";
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "../../scenario.mjs";

export function loader({ request }) {
  const place = new URL(request.url).searchParams.get("place");
  return reportScenario(sfsTurboTasks, JSON.parse(place));
}

export default function Page() {
  return <output id="report">{useLoaderData()}</output>;
}

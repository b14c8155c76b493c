// A server component that asks the package while it is rendered.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "../../scenario.mjs";

export default async function Page({ searchParams }) {
  const { place } = await searchParams;
  return <output id="report">{await reportScenario(sfsTurboTasks, JSON.parse(place))}</output>;
}

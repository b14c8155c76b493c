// The scenario of all consumers.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "../scenario.mjs";

export async function makeReport(): Promise<string> {
  const place: unknown = JSON.parse(new URLSearchParams(location.search).get("place") ?? "null");
  return reportScenario(sfsTurboTasks, place).catch((error: unknown) =>
    JSON.stringify({ failure: String(error) }),
  );
}

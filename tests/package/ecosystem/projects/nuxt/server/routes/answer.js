// A route of the server that asks the package.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "../../scenario.mjs";

export default defineEventHandler((event) =>
  reportScenario(sfsTurboTasks, JSON.parse(getQuery(event).place)),
);

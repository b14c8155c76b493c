// A Node script that imports the package and prints the report of the scenario.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "./scenario.mjs";

console.log(await reportScenario(sfsTurboTasks, JSON.parse(process.argv[2] ?? "null")));

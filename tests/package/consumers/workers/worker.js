// A Web Worker that calls the package.
import * as sfsTurboTasks from "./node_modules/sfs-turbo-tasks/dist/index.js";
import { reportScenario } from "./scenario.mjs";

addEventListener("message", async ({ data }) => postMessage(await reportScenario(sfsTurboTasks, data)));

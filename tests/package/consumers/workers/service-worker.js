// A service worker as a module, which allows no top-level await.
import * as sfsTurboTasks from "./node_modules/sfs-turbo-tasks/dist/index.js";
import { reportScenario } from "./scenario.mjs";

addEventListener("message", (event) => {
  const { data, source, waitUntil } = /** @type {any} */ (event);
  waitUntil.call(
    event,
    reportScenario(sfsTurboTasks, data).then((report) => source.postMessage(report)),
  );
});

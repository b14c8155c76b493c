// A CommonJS script that requires the package and prints the report of the scenario.
const sfsTurboTasks = require("sfs-turbo-tasks");

// The scenario is one file for all consumers, and a CommonJS script may import it.
import("./scenario.mjs")
  .then(({ reportScenario }) => reportScenario(sfsTurboTasks, JSON.parse(process.argv[2] ?? "null")))
  .then((report) => console.log(report));

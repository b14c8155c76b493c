// A test of somebody's own code that requires the package.
const { writeFileSync } = require("node:fs");
const sfsTurboTasks = require("sfs-turbo-tasks");
const { reportScenario } = require("./scenario.cjs");

test("asks", async () => {
  writeFileSync(process.env.REPORT, await reportScenario(sfsTurboTasks, JSON.parse(process.env.PLACE)));
});

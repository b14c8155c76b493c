// A test of somebody's own code that asks the package.
import { writeFileSync } from "node:fs";
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { test } from "vitest";
import { reportScenario } from "./scenario.mjs";

test("asks", async () => {
  writeFileSync(process.env.REPORT, await reportScenario(sfsTurboTasks, JSON.parse(process.env.PLACE)));
});

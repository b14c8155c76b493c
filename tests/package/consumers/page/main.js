// The script of a page without a bundler: it names the file, since a browser knows no package names.
import * as sfsTurboTasks from "./node_modules/sfs-turbo-tasks/dist/index.js";
import { showReport } from "./page-report.mjs";

showReport(sfsTurboTasks);

// The script of a page for a bundler: it names the package, and nothing is configured.
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { showReport } from "./page-report.mjs";

showReport(sfsTurboTasks);

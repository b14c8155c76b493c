// Entry of sfs-turbo-tasks/element/define: registers the elements under their own names.

import { SfsTurboTask, SfsTurboTasks } from "./index.js";

export * from "./index.js";

SfsTurboTask.define();
SfsTurboTasks.define();

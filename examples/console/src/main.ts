// The console: puts its parts together.
import { showBreakPanel } from "./break/panel";
import { show, showCode } from "./code/panel";
import { showForm } from "./create/form";
import { showTexts } from "./page/language";
import { showScheme } from "./page/scheme";
import { showRequests } from "./requests/panel";
import { showSettings } from "./settings/dialog";
import { showPlace } from "./settings/place";
import { follow, lookNow, showTasks } from "./tasks/panel";

showScheme();
showTexts();
showPlace();
showTasks();
showForm((taskId) => {
  follow(taskId);
  lookNow();
});
showRequests(() => show("request"));
showCode();
showBreakPanel();
showSettings(import.meta.env.VITE_EXAMPLES ?? "");

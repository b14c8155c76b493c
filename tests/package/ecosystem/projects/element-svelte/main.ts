import { hydrate, mount, unmount } from "svelte";
import App from "./app.svelte";
import { showReport } from "./page.js";

void showReport((target, props) => {
  const show = target.hasChildNodes() ? hydrate : mount;
  const app = show(App, { target, props });
  return () => void unmount(app);
});

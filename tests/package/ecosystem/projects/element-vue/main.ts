import { createApp, createSSRApp } from "vue";
import App from "./app.vue";
import { showReport } from "./page.js";

void showReport((target, props) => {
  const create = target.hasChildNodes() ? createSSRApp : createApp;
  const app = create(App, { ...props });
  app.mount(target);
  return () => app.unmount();
});

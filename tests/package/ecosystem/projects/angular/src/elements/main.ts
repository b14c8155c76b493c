// An application with the elements.
import { createApplication } from "@angular/platform-browser";
import { showReport } from "../../page.js";
import { App, PROPS } from "./app";

void showReport((target, props) => {
  const host = document.createElement("app-root");
  target.append(host);
  const started = createApplication({ providers: [{ provide: PROPS, useValue: props }] });
  void started.then((application) => application.bootstrap(App, host));
  return () => void started.then((application) => application.destroy());
});

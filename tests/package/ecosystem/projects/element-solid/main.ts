import { createComponent, hydrate, render } from "solid-js/web";
import { App } from "./app";
import { showReport } from "./page.js";

void showReport((target, props) => {
  const show = target.hasChildNodes() ? hydrate : render;
  return show(() => createComponent(App, props), target);
});

import { h, hydrate, render } from "preact";
import { App } from "./app";
import { showReport } from "./page.js";
import { RenderedApp } from "./rendered-app";

void showReport((target, props) => {
  if (target.hasChildNodes()) hydrate(h(RenderedApp, props), target);
  else render(h(App, props), target);
  return () => render(null, target);
});

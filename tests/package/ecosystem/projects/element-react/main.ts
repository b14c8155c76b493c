import { createElement } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./app";
import { showReport } from "./page.js";
import { RenderedApp } from "./rendered-app";

void showReport((target, props) => {
  if (target.hasChildNodes()) {
    const root = hydrateRoot(target, createElement(RenderedApp, props));
    return () => root.unmount();
  }
  const root = createRoot(target);
  root.render(createElement(App, props));
  return () => root.unmount();
});

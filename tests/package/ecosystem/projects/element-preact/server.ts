import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { App } from "./app";
import { RenderedApp } from "./rendered-app";
import { serverProps } from "./server-props";

console.log(renderToString(h(App, serverProps)));
console.log(renderToString(h(RenderedApp, serverProps)));

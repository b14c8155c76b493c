import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { App } from "./app";
import { RenderedApp } from "./rendered-app";
import { serverProps } from "./server-props";

console.log(renderToString(createElement(App, serverProps)));
console.log(renderToString(createElement(RenderedApp, serverProps)));

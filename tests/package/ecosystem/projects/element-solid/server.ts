import { createComponent, generateHydrationScript, renderToString } from "solid-js/web";
import { App } from "./app";
import { serverProps } from "./server-props";

const markup = renderToString(() => createComponent(App, serverProps));
console.log(markup);
console.log(`${generateHydrationScript()}${markup}`);

import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import App from "./app.vue";
import { serverProps } from "./server-props";

console.log(await renderToString(createSSRApp(App, { ...serverProps })));

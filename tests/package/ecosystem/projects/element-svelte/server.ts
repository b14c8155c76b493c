import { render } from "svelte/server";
import App from "./app.svelte";
import { serverProps } from "./server-props";

console.log(render(App, { props: serverProps }).body);

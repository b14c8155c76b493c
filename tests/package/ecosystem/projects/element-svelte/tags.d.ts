import type { SfsTurboJsx } from "sfs-turbo-tasks/element";
import type { HTMLAttributes } from "svelte/elements";

declare module "svelte/elements" {
  interface SvelteHTMLElements extends SfsTurboJsx<HTMLAttributes<HTMLElement>> {}
}

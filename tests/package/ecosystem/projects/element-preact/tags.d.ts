import type { HTMLAttributes } from "preact";
import type { SfsTurboJsx } from "sfs-turbo-tasks/element";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements extends SfsTurboJsx<HTMLAttributes<HTMLElement>> {}
  }
}

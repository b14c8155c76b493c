import type { ElementClient, SfsTurboEventMap, SfsTurboJsx } from "sfs-turbo-tasks/element";
import "solid-js";

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements extends SfsTurboJsx<HTMLAttributes<HTMLElement>> {}
    interface ExplicitProperties {
      client: ElementClient;
    }
    interface CustomEvents extends SfsTurboEventMap {}
  }
}

// The properties of the application when a server renders it. The server sends no request to the service.
import { createClient } from "sfs-turbo-tasks";
import type { Props } from "./props";
import { first, shareId } from "./tasks.js";

export const serverProps: Props = {
  client: createClient({ endpoint: "https://service.invalid", projectId: "p", token: null }),
  shareId,
  first,
  tell: (event) => {
    throw new Error(`${event} on a server`);
  },
};

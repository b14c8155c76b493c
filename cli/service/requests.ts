// A fetch that tells each request and its answer, without what signs in.

import type { Fetch } from "sfs-turbo-tasks";
import type { Screen } from "../terminal/screen.js";
import { visible } from "../terminal/visible.js";

/** The usual fetch, told. */
export function toldFetch(screen: Screen): Fetch {
  return async (url, init) => {
    screen.trace(`> ${init.method} ${visible(url)}`);
    if (init.body !== undefined) screen.trace(`> ${visible(init.body)}`);
    const begun = performance.now();
    const took = () => `${Math.round(performance.now() - begun)} ms`;
    try {
      const response = await fetch(url, init as RequestInit);
      const id = response.headers.get("x-request-id");
      screen.trace(`< HTTP ${response.status}, ${took()}${id === null ? "" : `, request id ${visible(id)}`}`);
      return response;
    } catch (error) {
      screen.trace(`< no answer, ${took()}`);
      throw error;
    }
  };
}

// A fetch that knows which request has no answer yet, and logs each request and its answer without the credentials.

import type { Fetch } from "sfs-turbo-tasks";
import type { Context, Unanswered } from "../context.js";
import { visible } from "../terminal/visible.js";

const CHANGES: Readonly<Record<string, Unanswered>> = { POST: "creation", DELETE: "deletion" };

/** Headers with credentials. */
const SIGNS_IN = /^(x-auth-token|x-security-token|authorization)$/i;

/** The usual fetch, with the log. */
export function toldFetch(context: Context): Fetch {
  const { screen } = context;
  return async (url, init) => {
    for (const [name, value] of Object.entries(init.headers)) {
      if (!SIGNS_IN.test(name)) continue;
      screen.conceal(value);
      const [, signature = ""] = /\bSignature=(\S+)/.exec(value) ?? [];
      screen.conceal(signature);
    }
    screen.trace(`> ${init.method} ${visible(url)}`);
    if (init.body !== undefined) screen.trace(`> ${visible(init.body)}`);
    const begun = performance.now();
    const took = () => `${Math.round(performance.now() - begun)} ms`;
    try {
      context.unanswered = CHANGES[init.method];
      const response = await fetch(url, init as RequestInit);
      const id = response.headers.get("x-request-id");
      screen.trace(`< HTTP ${response.status}, ${took()}${id === null ? "" : `, request id ${visible(id)}`}`);
      // A refused request has changed nothing.
      if (response.status >= 400 && response.status < 500) context.unanswered = undefined;
      return response;
    } catch (error) {
      screen.trace(`< no answer, ${took()}`);
      throw error;
    }
  };
}

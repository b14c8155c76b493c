// The whole of one request and its answer, with the token hidden.
import { text } from "../page/language";
import { make } from "../page/nodes";
import type { Exchange } from "./exchange";
import { HIDDEN } from "./recording";
import { attemptText, statusText, tookText } from "./words";

export interface DetailsActions {
  close(): void;
  showCode(): void;
}

export function drawDetails(
  place: HTMLElement,
  exchange: Exchange,
  { close, showCode }: DetailsActions,
): void {
  const { number, call, method, url, headers, body, status, reason } = exchange;
  const { requestId, answerHeaders, answerBody } = exchange;
  const facts: [string, string][] = [
    [text("call"), call ? `${call.name}()` : ""],
    [text("attempt"), attemptText(exchange)],
    [text("status"), status > 0 ? String(status) : [statusText(exchange), reason].filter(Boolean).join(": ")],
    [text("duration"), tookText(exchange)],
    [text("requestId"), requestId],
  ];
  const title = text("details", { number });
  place.setAttribute("aria-label", title);
  place.replaceChildren(
    make("div", "section-head", make("h3", "", title), button("code", showCode), button("close", close)),
    make(
      "dl",
      "",
      ...facts
        .filter(([, value]) => value)
        .map(([name, value]) => make("div", "", make("dt", "", name), make("dd", "", value))),
    ),
    make("h4", "", text("sent")),
    block(`${method} ${url}`, headers, body, text("sent")),
    make("h4", "", text("received")),
    block(status > 0 ? `HTTP ${status}` : statusText(exchange), answerHeaders, answerBody, text("received")),
  );
}

function button(key: "code" | "close", action: () => void): HTMLButtonElement {
  const made = make("button", "", text(key));
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

function block(
  first: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  name: string,
): HTMLElement {
  const lines = Object.entries(headers).map(
    ([header, value]) => `${header}: ${value === HIDDEN ? `${HIDDEN} (${text("hiddenToken")})` : value}`,
  );
  const made = make(
    "pre",
    "",
    [first, ...lines, "", body ? readable(body) : `(${text("noBody")})`].join("\n"),
  );
  made.tabIndex = 0;
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", name);
  return made;
}

/** JSON over several lines; any other text unchanged. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

// A row of the log: one request.
import { make } from "../page/nodes";
import type { Exchange } from "./exchange";
import { attemptText, pathText, shortened, statusText, timeText, toneOf, tookText } from "./words";

export interface Row {
  readonly root: HTMLTableRowElement;
  draw(isChosen: boolean): void;
}

export function makeRow(exchange: Exchange, choose: () => void): Row {
  const time = make("time");
  const path = make("button", "link", pathText(exchange));
  const status = make("span", "chip");
  const took = make("td", "number");
  const attempt = make("td");
  const requestId = make("td", "id");
  const root = make(
    "tr",
    "",
    make("td", "", time),
    make("td", "wide", path),
    make("td", "", status),
    took,
    attempt,
    requestId,
  );
  path.type = "button";
  path.title = exchange.url;
  path.addEventListener("click", choose);
  time.dateTime = exchange.startedAt.toISOString();
  return {
    root,
    draw(isChosen) {
      time.textContent = timeText(exchange);
      status.textContent = statusText(exchange);
      status.dataset.tone = toneOf(exchange);
      took.textContent = tookText(exchange);
      attempt.textContent = attemptText(exchange);
      attempt.dataset.tone = exchange.retryReason ? "wait" : "";
      requestId.textContent = shortened(exchange.requestId);
      requestId.title = exchange.requestId;
      if (isChosen) root.setAttribute("aria-current", "true");
      else root.removeAttribute("aria-current");
    },
  };
}

// The log of the requests, and the selected one.
import { language } from "../page/language";
import { part, radios } from "../page/nodes";
import { Observed } from "../page/observed";
import { log } from "../service/connection";
import { drawDetails } from "./details";
import { type Exchange, isFailure, isLook } from "./exchange";
import { makeRow, type Row } from "./row";

/** The selected request. */
export const selected = new Observed<Exchange | undefined>(undefined);

const body = part("request-rows", HTMLTableSectionElement);
const filter = part("requests-filter", HTMLSelectElement);
const details = part("request-details", HTMLElement);
const rows = new Map<Exchange, Row>();

/** @param showCode Goes to the code of the request that is selected. */
export function showRequests(showCode: () => void): void {
  filter.addEventListener("change", drawAll);
  language.watch(() => {
    for (const [exchange, row] of rows) row.draw(exchange === selected.value);
  });
  part("clear-requests", HTMLButtonElement).addEventListener("click", () => log.clear());
  // Each of up to 200 rows is a stop of the Tab key.
  part("skip-requests", HTMLButtonElement).addEventListener("click", () =>
    radios("code-source")
      .find(({ checked }) => checked)
      ?.focus(),
  );
  const close = () => {
    const row = selected.value && rows.get(selected.value);
    selected.value = undefined;
    (row?.root.querySelector("button") ?? filter).focus();
  };
  details.addEventListener("keydown", ({ key }) => key === "Escape" && close());

  const drawSelected = () => {
    const { value } = selected;
    details.hidden = value === undefined;
    if (value) drawDetails(details, value, { close, showCode });
    for (const [exchange, row] of rows) row.draw(exchange === value);
  };
  selected.watch(drawSelected);
  language.watch(drawSelected);
  log.watch((changed) => {
    const { value } = selected;
    if (value && !log.exchanges.includes(value)) selected.value = undefined;
    else if (value && changed.has(value)) drawSelected();
    for (const exchange of changed) rows.get(exchange)?.draw(exchange === selected.value);
    drawAll();
  });
  drawAll();
}

/** Each row is kept as long as its request exists, so the focus stays. */
function drawAll(): void {
  const wanted = new Set(log.exchanges.filter(isWanted));
  for (const [exchange, row] of rows) {
    if (wanted.has(exchange)) continue;
    row.root.remove();
    rows.delete(exchange);
  }
  let next = body.firstElementChild;
  for (const exchange of wanted) {
    let row = rows.get(exchange);
    if (!row) {
      row = makeRow(exchange, () => {
        selected.value = exchange;
        details.focus({ preventScroll: true });
        details.scrollIntoView({ block: "nearest" });
      });
      rows.set(exchange, row);
      row.draw(exchange === selected.value);
    }
    if (row.root === next) next = next.nextElementSibling;
    else body.insertBefore(row.root, next);
  }
  part("no-requests", HTMLParagraphElement).hidden = wanted.size > 0;
  part("requests-scroll", HTMLDivElement).hidden = wanted.size === 0;
}

function isWanted(exchange: Exchange): boolean {
  if (filter.value === "failures") return isFailure(exchange);
  return filter.value === "all" || !isLook(exchange);
}

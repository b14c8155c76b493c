// The panel that breaks things and repairs them.
import { formatDuration } from "sfs-turbo-tasks/messages";
import { announce } from "../page/announcement";
import { language, text } from "../page/language";
import { part } from "../page/nodes";
import { breakage, change, whole } from "../service/breakage";
import { connection } from "../service/connection";
import { type FaultName, faultNames } from "../service/faults";
import { lookNow } from "../tasks/panel";

const SECOND = 1_000;
/** The values of the slider of `taskDuration`. */
const DURATIONS = [2, 5, 10, 20, 60, 300].map((seconds) => seconds * SECOND).concat(Number.POSITIVE_INFINITY);

const fault = part("fault", HTMLSelectElement);
const affects = part("affects", HTMLSelectElement);
const delay = part("delay", HTMLInputElement);
const duration = part("task-duration", HTMLInputElement);
const nextFails = part("next-fails", HTMLInputElement);
const offline = part("offline", HTMLInputElement);
const expired = part("expired", HTMLInputElement);

export function showBreakPanel(): void {
  fault.append(...faultNames.map((name) => new Option("", name)));
  part("break", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
  fault.addEventListener("change", () => change({ fault: fault.value as FaultName }));
  affects.addEventListener("change", () => change({ affects: affects.value as typeof whole.affects }));
  delay.addEventListener("input", () => change({ delay: Number(delay.value) }));
  duration.addEventListener("input", () =>
    change({ taskDuration: DURATIONS[Number(duration.value)] ?? whole.taskDuration }),
  );
  nextFails.addEventListener("change", () => change({ nextFails: nextFails.checked }));
  expired.addEventListener("change", () => change({ isExpired: expired.checked }));
  offline.addEventListener("change", () => change({ isOffline: offline.checked }));
  for (const button of document.querySelectorAll(".mend")) {
    button.addEventListener("click", () => {
      // The button in the notice is removed with it.
      if (button.closest(".notice")) part("new-task", HTMLButtonElement).focus();
      change(whole);
      announce(text("mended"));
      lookNow();
    });
  }
  part("sign-in", HTMLButtonElement).addEventListener("click", () => {
    part("new-task", HTMLButtonElement).focus();
    change({ isExpired: false });
    announce(text("signedIn"));
    lookNow();
  });
  let was = breakage.value;
  breakage.watch((now) => {
    // The events of a browser. After them the waits of the package look again at once.
    if (now.isOffline !== was.isOffline) dispatchEvent(new Event(now.isOffline ? "offline" : "online"));
    was = now;
    draw();
  });
  language.watch(draw);
  connection.watch(draw);
}

function draw(): void {
  const { isEmulated } = connection.value;
  const now = breakage.value;
  part("break", HTMLFormElement).hidden = !isEmulated;
  part("unbreakable", HTMLParagraphElement).hidden = isEmulated;
  for (const option of fault.options) option.textContent = text(`fault_${option.value as FaultName}`);
  fault.value = now.fault;
  affects.value = now.affects;
  nextFails.checked = now.nextFails;
  offline.checked = now.isOffline;
  expired.checked = now.isExpired;
  part("fault-hint", HTMLParagraphElement).textContent = text(`hint_${now.fault}`);
  slide(delay, now.delay, timeText(now.delay));
  slide(duration, DURATIONS.indexOf(now.taskDuration), timeText(now.taskDuration));

  part("signed-out", HTMLDivElement).hidden = !isEmulated || !now.isExpired;
  const list = [
    ...(now.fault === "none" ? [] : [`${text("fault")} ${text(`fault_${now.fault}`)}`]),
    ...(now.delay === 0 ? [] : [`${text("delay")} ${timeText(now.delay)}`]),
    ...(now.isOffline ? [text("offline")] : []),
  ];
  part("broken", HTMLDivElement).hidden = !isEmulated || list.length === 0;
  part("broken-text", HTMLParagraphElement).textContent = text("brokenNow", { list: list.join(" · ") });
}

function slide(slider: HTMLInputElement, value: number, words: string): void {
  slider.value = String(value);
  slider.setAttribute("aria-valuetext", words);
  const output = slider.nextElementSibling;
  if (output) output.textContent = words;
}

function timeText(milliseconds: number): string {
  if (milliseconds === Number.POSITIVE_INFINITY) return text("forever");
  // A whole number of seconds is counted by `formatDuration`; half a second more is added here.
  const seconds = new Intl.NumberFormat(language.value).format(milliseconds / SECOND);
  const words = formatDuration(milliseconds, language.value);
  return milliseconds % SECOND === 0 ? words : words.replace(/^\d+/, seconds);
}

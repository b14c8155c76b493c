// The same call as code: for the current form, or for a sent request.
import { checked } from "../create/form";
import { copy } from "../page/clipboard";
import { language, listed, text } from "../page/language";
import { chosen, make, part, radios } from "../page/nodes";
import { selected } from "../requests/panel";
import { connection, log } from "../service/connection";
import { ownFileSystems } from "../service/tasks";
import { callOf, type Request } from "./call";
import { commandLine } from "./command-line";
import { curl } from "./curl";
import { javascript } from "./javascript";

/** The address of `sfs-turbo-tasks emulator`: it stands for the emulator of this page, which other programs cannot reach. */
const SERVED = "http://127.0.0.1:4010";

const place = part("code-text", HTMLPreElement);
const notePlace = part("code-note", HTMLParagraphElement);
const copyButton = part("copy-code", HTMLButtonElement);

export function showCode(): void {
  for (const radio of [...radios("code-source"), ...radios("code-form")])
    radio.addEventListener("change", draw);
  for (const observed of [checked, selected, connection, language]) observed.watch(draw);
  // The newest request is shown if none is selected.
  log.watch(draw);
  // It scrolls, so the keyboard has to reach it.
  place.tabIndex = 0;
  place.setAttribute("role", "group");
  place.setAttribute("aria-labelledby", "code-title");
  copyButton.addEventListener("click", () => copy(place.textContent, place));
  part("code-of-form", HTMLButtonElement).addEventListener("click", () => show("form"));
}

/** Shows the code of one of the two. */
export function show(source: "form" | "request"): void {
  const radio = radios("code-source").find(({ value }) => value === source);
  if (!radio) return;
  radio.checked = true;
  draw();
  radio.focus();
}

function draw(): void {
  const request = requestShown();
  const isShown = typeof request !== "string";
  const words = isShown ? codeOf(request) : request;
  // Written only if it differs: otherwise a selection in it would be lost.
  if (place.textContent !== words) place.textContent = words;
  copyButton.disabled = !isShown;
  place.classList.toggle("none", !isShown);
  const note = make("p", "", ...(isShown ? noteOf(request) : []));
  if (notePlace.textContent !== note.textContent) notePlace.replaceChildren(...note.childNodes);
}

/** The request, or the reason why there is none. */
function requestShown(): Request | string {
  if (chosen("code-source") === "form") {
    const { preview, complaints } = checked.value;
    return preview ?? text("codeInvalid", { fields: listed([...complaints.keys()].map(labelOf)) });
  }
  return selected.value ?? log.exchanges[0] ?? text("codeNone");
}

/** The form's name for a field. */
function labelOf(name: string): string {
  const field = part("create", HTMLFormElement).elements.namedItem(name);
  const label =
    field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.labels?.[0] : undefined;
  return label?.textContent || name;
}

function codeOf(request: Request): string {
  const { isEmulated, options } = connection.value;
  const url = isEmulated ? request.url.replace(options.endpoint, SERVED) : request.url;
  const reachable = { ...request, url };
  const call = callOf(reachable);
  const form = chosen("code-form");
  if (form === "curl" || !call) return curl(reachable);
  return form === "javascript" ? javascript(call) : commandLine(call);
}

/** What the code needs before it runs. */
function noteOf(request: Request): (Node | string)[] {
  const { isEmulated, options } = connection.value;
  const token = text(request.isSigned ? "codeToken" : "codeProxy");
  const call = callOf(request);
  if (!isEmulated || !call || !request.url.startsWith(options.endpoint)) return [token];
  return [
    token,
    ` ${text("codeEmulator")} `,
    make("code", "", serve(call.shareId)),
    ...(call.taskId ? [` ${text("codeOtherTasks")}`] : []),
  ];
}

/** The command that serves an emulator with a file system. */
function serve(shareId: string): string {
  const command = "npx sfs-turbo-tasks emulator";
  return ownFileSystems.has(shareId) ? `${command} --file-system ${shareId}` : command;
}

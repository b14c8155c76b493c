// The form that creates a task.
import type { CreateTaskOptions } from "sfs-turbo-tasks";
import { describeError, describeType } from "sfs-turbo-tasks/messages";
import { announce } from "../page/announcement";
import { copy } from "../page/clipboard";
import { language, text } from "../page/language";
import { make, part } from "../page/nodes";
import { Observed } from "../page/observed";
import { connection } from "../service/connection";
import { type Checked, checkTask } from "./checks";
import { complaintsOf } from "./complaints";

const form = part("create", HTMLFormElement);
const type = part("create-type", HTMLSelectElement);
const submit = form.querySelector("[type=submit]") as HTMLButtonElement;

/** An answer that takes longer is announced as under way. */
const SOON = 1_000;

/** The result of the client's checks for the current form. */
export const checked = new Observed<Checked>({ complaints: new Map(), preview: undefined });

/** @param created Called with the id of a task that was created. */
export function showForm(created: (taskId: string) => void): void {
  const complain = complaintsOf(form);
  let failure: unknown;
  let wasRefused = false;
  let isBusy = false;
  let checks = 0;

  const check = async () => {
    checks += 1;
    const number = checks;
    const options = valuesOf(form);
    const { options: place, shareId } = connection.value;
    const { endpoint, projectId } = place;
    const now = await checkTask({ ...options, endpoint, projectId, shareId }, place.token !== null);
    // An older check can take longer than a newer one.
    if (number === checks) checked.value = now;
    return { ...now, isNewest: number === checks };
  };
  const drawFailure = () => showFailure(part("create-failure", HTMLDivElement), failure);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    drawBusy(true);
    const underWay = setTimeout(() => announce(text("creating")), SOON);
    const place = connection.value;
    const values = valuesOf(form);
    failure = undefined;
    drawFailure();
    const { complaints } = await check();
    wasRefused = complaints.size > 0;
    complain(complaints, true);
    if (!wasRefused) {
      try {
        const { taskId } = await place.client.createTask({ ...values, shareId: place.shareId });
        announce(text("created", { taskId }));
        // Another file system may be shown by now, which does not have this task.
        if (connection.value === place) created(taskId);
      } catch (error) {
        failure = error;
        drawFailure();
      }
    }
    clearTimeout(underWay);
    isBusy = false;
    drawBusy(false);
  });
  form.addEventListener("input", async () => {
    drawTypeHint();
    const { complaints, isNewest } = await check();
    // Mistakes are not shown while a field is typed for the first time.
    if (wasRefused && isNewest) complain(complaints);
  });
  language.watch(() => {
    for (const option of type.options) option.textContent = describeType(option.value, language.value).title;
    drawTypeHint();
    drawFailure();
  });
  connection.watch(() => {
    // It was about another file system.
    failure = undefined;
    drawFailure();
    void check();
  });
  part("new-task", HTMLButtonElement).addEventListener("click", () => {
    type.focus({ preventScroll: true });
    form.scrollIntoView({ block: "center" });
  });
}

/** Still focusable while it is busy: a disabled button would lose the focus. */
function drawBusy(isBusy: boolean): void {
  submit.dataset.text = isBusy ? "creating" : "create";
  submit.textContent = text(isBusy ? "creating" : "create");
  if (isBusy) submit.setAttribute("aria-disabled", "true");
  else submit.removeAttribute("aria-disabled");
}

function drawTypeHint(): void {
  part("create-type-hint", HTMLParagraphElement).textContent = describeType(
    type.value,
    language.value,
  ).explanation;
}

/** As typed: an invalid number is passed on, and the client refuses it. */
function valuesOf(form: HTMLFormElement): Omit<CreateTaskOptions, "shareId"> {
  const typed = new FormData(form);
  const read = (name: string) => String(typed.get(name) ?? "").trim();
  const readNumber = (name: string) => {
    const value = read(`attributes.${name}`);
    // Only decimal digits: JavaScript also reads 0x10, 0o644 and 1e3, each as another number than the typed one.
    return value === "" ? [] : [[name, /^\d+$/.test(value) ? Number(value) : value]];
  };
  const attributes = Object.fromEntries(["fileMode", "dirMode", "uid", "gid"].flatMap(readNumber));
  const srcPrefix = read("srcPrefix");
  return {
    type: read("type") as CreateTaskOptions["type"],
    srcTarget: read("srcTarget"),
    ...(srcPrefix === "" ? {} : { srcPrefix }),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  };
}

/** Why the service did not create it: in words, with advice and the id that its support needs. */
function showFailure(place: HTMLElement, failure: unknown): void {
  place.hidden = failure === undefined;
  if (failure === undefined) {
    place.replaceChildren();
    return;
  }
  const { title, explanation, actions, code, requestId } = describeError(failure, language.value);
  place.replaceChildren(
    make("b", "", `${text("createFailed")}: ${title}`),
    make("p", "", explanation),
    ...actions.map((action) => make("p", "", action)),
    ...(code ? [make("p", "dim", code)] : []),
    ...(requestId ? [requestLine(requestId)] : []),
  );
}

/** The id that the service's support asks for, and a button that copies it. */
function requestLine(requestId: string): HTMLElement {
  const id = make("code", "", requestId);
  const button = make("button", "", text("copy"));
  button.type = "button";
  button.setAttribute("aria-label", `${text("copy")}: ${text("requestId")}`);
  button.addEventListener("click", () => copy(requestId, id));
  return make("p", "dim", `${text("requestId")} `, id, " ", button);
}

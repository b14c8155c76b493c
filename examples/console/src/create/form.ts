// The form that creates a task.
import type { CreateTaskOptions } from "sfs-turbo-tasks";
import { describeError, describeType } from "sfs-turbo-tasks/messages";
import { announce } from "../page/announcement";
import { language, text } from "../page/language";
import { make, part } from "../page/nodes";
import { Observed } from "../page/observed";
import { connection } from "../service/connection";
import { type Checked, checkTask } from "./checks";
import { complaintsOf } from "./complaints";

const form = part("create", HTMLFormElement);
const type = part("create-type", HTMLSelectElement);

/** The result of the client's checks for the current form. */
export const checked = new Observed<Checked>({ complaints: new Map(), preview: undefined });

/** @param created Called with the id of a task that was created. */
export function showForm(created: (taskId: string) => void): void {
  const complain = complaintsOf(form);
  let failure: unknown;
  let wasRefused = false;
  let isBusy = false;

  const check = async () => {
    const options = valuesOf(form);
    const { options: place, shareId } = connection.value;
    const { endpoint, projectId } = place;
    const now = await checkTask({ ...options, endpoint, projectId, shareId }, place.token !== null);
    checked.value = now;
    return now;
  };
  const drawFailure = () => showFailure(part("create-failure", HTMLDivElement), failure);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    failure = undefined;
    drawFailure();
    const { complaints } = await check();
    wasRefused = complaints.size > 0;
    complain(complaints, true);
    if (!wasRefused) {
      try {
        const { client, shareId } = connection.value;
        const { taskId } = await client.createTask({ ...valuesOf(form), shareId });
        announce(text("created", { taskId }));
        created(taskId);
      } catch (error) {
        failure = error;
        drawFailure();
      }
    }
    isBusy = false;
  });
  form.addEventListener("input", async () => {
    drawTypeHint();
    const { complaints } = await check();
    // Mistakes are not shown while a field is typed for the first time.
    if (wasRefused) complain(complaints);
  });
  language.watch(() => {
    for (const option of type.options) option.textContent = describeType(option.value, language.value).title;
    drawTypeHint();
    drawFailure();
  });
  connection.watch(() => void check());
  part("new-task", HTMLButtonElement).addEventListener("click", () => {
    type.focus({ preventScroll: true });
    form.scrollIntoView({ block: "center" });
  });
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
    return value === "" ? [] : [[name, Number(value)]];
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
    make("p", "dim", [code, requestId].filter(Boolean).join(" · ")),
  );
}

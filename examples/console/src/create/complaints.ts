// Shows the mistake at each field, and keeps the typed text.
import type { SfsTurboError } from "sfs-turbo-tasks";
import { language, type TextKey, text } from "../page/language";
import { make } from "../page/nodes";

/** The text of a field's rule, by the field's name. */
const RULES: Readonly<Record<string, TextKey>> = {
  ...{ type: "wrong_type", srcTarget: "wrong_srcTarget", srcPrefix: "wrong_srcPrefix" },
  ...{ "attributes.fileMode": "wrong_mode", "attributes.dirMode": "wrong_mode" },
  ...{ "attributes.uid": "wrong_id", "attributes.gid": "wrong_id" },
  ...{
    endpoint: "wrong_endpoint",
    projectId: "wrong_projectId",
    shareId: "wrong_shareId",
    token: "wrong_token",
  },
};

type Complaints = ReadonlyMap<string, SfsTurboError>;

/** @returns A function that shows the mistakes, and on request moves the focus to the first field with one. */
export function complaintsOf(form: HTMLFormElement): (complaints: Complaints, moveFocus?: boolean) => void {
  let shown: Complaints = new Map();
  const draw = () => {
    for (const field of fieldsOf(form)) show(field, shown.get(field.name));
  };
  language.watch(draw);
  return (complaints, moveFocus = false) => {
    shown = complaints;
    draw();
    if (!moveFocus) return;
    const wrong = fieldsOf(form).filter(({ name }) => complaints.has(name));
    for (const details of wrong.map((field) => field.closest("details"))) if (details) details.open = true;
    wrong[0]?.focus();
  };
}

type Field = HTMLInputElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>("input[name]:not([type=radio]), select[name]")];
}

function show(field: Field, complaint: SfsTurboError | undefined): void {
  const hint = `${field.id}-hint`;
  const id = `${field.id}-wrong`;
  document.getElementById(id)?.remove();
  if (complaint) {
    field.setAttribute("aria-invalid", "true");
    const rule = text(RULES[field.name] ?? "wrong_required");
    // The client's own sentence has the details; it is in English.
    const sentence = make("small", "", complaint.message.replace(/^\w+: /, ""));
    sentence.lang = "en";
    const wrong = make("p", "wrong", rule, sentence);
    wrong.id = id;
    field.after(wrong);
  } else field.removeAttribute("aria-invalid");
  const about = [complaint ? id : "", document.getElementById(hint) ? hint : ""].filter(Boolean).join(" ");
  if (about) field.setAttribute("aria-describedby", about);
  else field.removeAttribute("aria-describedby");
}

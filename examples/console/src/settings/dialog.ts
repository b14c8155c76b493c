// The dialog for the connection of the console.
import { checkEndpoint } from "../create/checks";
import { complaintsOf } from "../create/complaints";
import { remembered } from "../page/address";
import { announce } from "../page/announcement";
import { text } from "../page/language";
import { chosen, make, part, radios } from "../page/nodes";
import {
  connection,
  connectToEmulator,
  connectToEndpoint,
  type EndpointSettings,
} from "../service/connection";

const dialog = part("settings", HTMLDialogElement);
const endpoint = part("endpoint", HTMLInputElement);

/** @param examples The address of the examples, without a slash at its end; `""`: none. */
export function showSettings(examples: string): void {
  const form = dialog.querySelector("form") as HTMLFormElement;
  const complain = complaintsOf(form);
  if (examples) {
    const link = make("a", "", "examples/proxy");
    link.href = `${examples}/proxy`;
    part("proxies", HTMLSpanElement).replaceChildren(link);
  }
  part("open-settings", HTMLButtonElement).addEventListener("click", () => {
    // What was typed is kept; what was chosen and then cancelled is not the connection.
    chooseSource(connection.value.isEmulated ? "emulator" : "endpoint");
    complain(new Map());
    openDialog();
  });
  part("close-settings", HTMLButtonElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    // Where the address has opened it, nothing had the focus before, and it can still be within the closed dialog.
    const { activeElement } = document;
    if (activeElement === document.body || dialog.contains(activeElement))
      part("open-settings", HTMLButtonElement).focus();
  });
  for (const radio of [...radios("source"), ...radios("signIn")]) radio.addEventListener("change", draw);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (chosen("source") === "emulator") connectToEmulator();
    else {
      const settings = settingsOf(form);
      const { complaints } = await checkEndpoint(settings);
      complain(complaints, true);
      if (complaints.size > 0) return;
      connectToEndpoint(settings);
    }
    dialog.close();
    announce(text("connected", { shareId: connection.value.shareId }));
  });
  openForProxy();
  draw();
}

/**
 * A server with a proxy links to the page with the proxy's path. Only a path of this site is accepted from the address: otherwise
 * a link could send a token to a foreign server.
 */
function openForProxy(): void {
  const path = remembered("endpoint");
  if (!/^\/[^/\\]/.test(path)) return;
  endpoint.value = path;
  chooseSource("endpoint");
  openDialog();
}

function chooseSource(source: "emulator" | "endpoint"): void {
  for (const radio of radios("source")) radio.checked = radio.value === source;
  draw();
}

function openDialog(): void {
  dialog.showModal();
  // By default it would start with the first radio button, even if another one is selected.
  radios("source")
    .find(({ checked }) => checked)
    ?.focus();
}

function draw(): void {
  part("endpoint-settings", HTMLDivElement).hidden = chosen("source") !== "endpoint";
  part("token-field", HTMLDivElement).hidden = chosen("signIn") !== "token";
}

function settingsOf(form: HTMLFormElement): EndpointSettings {
  const typed = new FormData(form);
  const read = (name: string) => String(typed.get(name) ?? "").trim();
  return {
    ...{ endpoint: read("endpoint"), projectId: read("projectId"), shareId: read("shareId") },
    token: read("signIn") === "proxy" ? null : read("token"),
  };
}

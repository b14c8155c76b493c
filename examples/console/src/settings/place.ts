// The source of the shown tasks: in words, and the choice of a file system.
import { remember, remembered, whenAddressChanges } from "../page/address";
import { language, text } from "../page/language";
import { part } from "../page/nodes";
import { chooseFileSystem, connection } from "../service/connection";
import { fileSystems } from "../service/tasks";

const select = part("file-system", HTMLSelectElement);

export function showPlace(): void {
  select.append(...fileSystems.map(({ shareId }) => new Option("", shareId)));
  select.addEventListener("change", () => {
    chooseFileSystem(select.value);
    remember("share", select.value);
  });
  const chooseRemembered = () => {
    const wanted = remembered("share");
    const { isEmulated, shareId } = connection.value;
    const isKnown = fileSystems.some((fileSystem) => fileSystem.shareId === wanted);
    if (isEmulated && isKnown && wanted !== shareId) chooseFileSystem(wanted);
  };
  chooseRemembered();
  whenAddressChanges(chooseRemembered);
  connection.watch(draw);
  language.watch(draw);
}

function draw(): void {
  const { isEmulated, options, shareId } = connection.value;
  const { endpoint } = options;
  part("choose-file-system", HTMLLabelElement).hidden = !isEmulated;
  for (const [index, { name }] of fileSystems.entries()) {
    const option = select.options[index];
    if (option) option.textContent = text(name);
  }
  if (isEmulated) select.value = shareId;
  const name = isEmulated ? select.selectedOptions[0]?.textContent : text("fileSystem");
  part("file-system-name", HTMLHeadingElement).textContent = name ?? "";
  part("connected-to", HTMLParagraphElement).textContent = isEmulated
    ? text("connectedEmulator", { shareId })
    : text("connectedEndpoint", { endpoint, shareId });
}

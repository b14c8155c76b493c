// Light or dark: the system's setting, or the chosen one.
import { remember, remembered, whenAddressChanges } from "./address";
import { part } from "./nodes";

export function showScheme(): void {
  const select = part("scheme", HTMLSelectElement);
  const show = (scheme: string) => {
    select.value = ["light", "dark"].includes(scheme) ? scheme : "system";
    document.documentElement.dataset.scheme = select.value;
  };
  show(remembered("scheme"));
  whenAddressChanges(() => show(remembered("scheme")));
  select.addEventListener("change", () => {
    show(select.value);
    remember("scheme", select.value === "system" ? "" : select.value);
  });
}

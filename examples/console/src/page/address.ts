// The state in the address of the page, after its #: it survives a reload, can be sent to others, and stores nothing.

const parameters = () => new URLSearchParams(location.hash.slice(1));

export function remembered(name: string): string {
  return parameters().get(name) ?? "";
}

/** @param value `""`: removes the entry. */
export function remember(name: string, value: string): void {
  const all = parameters();
  if (value) all.set(name, value);
  else all.delete(name);
  history.replaceState(null, "", `#${all}`);
}

/** Calls back when another state is in the address: a link was opened in this tab, or the user typed it. */
export function whenAddressChanges(callback: () => void): void {
  addEventListener("hashchange", callback);
}

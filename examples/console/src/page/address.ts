// What the address of the page remembers, behind its #: it outlives a reload, can be sent to others, and leaves nothing stored.

const parameters = () => new URLSearchParams(location.hash.slice(1));

export function remembered(name: string): string {
  return parameters().get(name) ?? "";
}

/** @param value `""`: nothing is remembered. */
export function remember(name: string, value: string): void {
  const all = parameters();
  if (value) all.set(name, value);
  else all.delete(name);
  history.replaceState(null, "", `#${all}`);
}

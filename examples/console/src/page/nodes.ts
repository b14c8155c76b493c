// Parts of the page, and new ones.

/** The part of the page with an id. */
export function part<Kind extends Element>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`The page has no ${kind.name} of the id ${id}.`);
  return found;
}

/** A new element with a class and its content. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = "",
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** The selected radio button of a name. */
export function chosen(name: string): string {
  return radios(name).find(({ checked }) => checked)?.value ?? "";
}

/** The radio buttons of a name. */
export function radios(name: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`)];
}

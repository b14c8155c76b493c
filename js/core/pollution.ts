// Protection against a polluted `Object.prototype`. Setters on it would receive what our objects store.

/** Makes the instances of a class inherit from the class only. */
export function inheritNothing(type: { readonly prototype: object }): void {
  Object.setPrototypeOf(type.prototype, null);
}

/** Whether every object inherits a property of this name. */
export function isPolluted(name: string): boolean {
  return name in Object.prototype;
}

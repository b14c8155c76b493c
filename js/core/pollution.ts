// Protection against a polluted `Object.prototype`. Setters on it would receive what our objects store.

/** Makes the instances of a class inherit from the class only. */
export function inheritNothing(type: { readonly prototype: object }): void {
  Object.setPrototypeOf(type.prototype, null);
}

/** A property of an object; only its own one if `Object.prototype` is polluted with the name. */
export function unpolluted(object: object, name: string): unknown {
  if (isPolluted(name) && !Object.hasOwn(object, name)) return undefined;
  return (object as Readonly<Record<string, unknown>>)[name];
}

/** Whether every object inherits a property of this name. */
export function isPolluted(name: string): boolean {
  return name in Object.prototype;
}

// Another library may let a stranger write to `Object.prototype`, also setters: these would be handed what our objects keep.

/** Lets the instances of a class inherit from the class alone. */
export function inheritNothing(type: { readonly prototype: object }): void {
  Object.setPrototypeOf(type.prototype, null);
}

/** Whether a name means something in every object. */
export function isPolluted(name: string): boolean {
  return name in Object.prototype;
}

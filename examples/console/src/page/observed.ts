// A value with subscribers.

export class Observed<Value> {
  #value: Value;
  readonly #watchers: ((value: Value) => void)[] = [];

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  set value(value: Value) {
    this.#value = value;
    for (const tell of this.#watchers) tell(value);
  }

  /** Calls back now, and each time the value is set. */
  watch(callback: (value: Value) => void): void {
    this.#watchers.push(callback);
    callback(this.#value);
  }
}

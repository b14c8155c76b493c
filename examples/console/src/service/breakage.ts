// What is broken at the moment.
import { Observed } from "../page/observed";
import type { FaultName } from "./faults";

export interface Breakage {
  readonly fault: FaultName;
  readonly affects: "every" | "other" | "next";
  /** The delay of each answer in milliseconds. */
  readonly delay: number;
  /** The duration of a new task in milliseconds, or `Infinity`. */
  readonly taskDuration: number;
  readonly nextFails: boolean;
  readonly isOffline: boolean;
  /** Whether the service no longer accepts the token of this page. */
  readonly isExpired: boolean;
}

export const whole: Breakage = {
  fault: "none",
  affects: "every",
  delay: 0,
  taskDuration: 20_000,
  nextFails: false,
  isOffline: false,
  isExpired: false,
};

export const breakage = new Observed(whole);

export function change(changed: Partial<Breakage>): void {
  breakage.value = { ...breakage.value, ...changed };
}

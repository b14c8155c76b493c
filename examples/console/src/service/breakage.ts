// What is broken at present.
import { Observed } from "../page/observed";
import type { FaultName } from "./faults";

export interface Breakage {
  readonly fault: FaultName;
  readonly affects: "every" | "other" | "next";
  /** Milliseconds that each answer comes later. */
  readonly delay: number;
  /** Milliseconds that a new task runs, or `Infinity`. */
  readonly taskDuration: number;
  readonly nextFails: boolean;
  readonly isOffline: boolean;
  /** Whether the token of this page is not the service's any more. */
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

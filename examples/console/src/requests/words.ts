// A request in words.
import { language, text } from "../page/language";
import { type Exchange, isLook } from "./exchange";

/** The part that differs between requests: the path after the file system. */
export function pathText({ method, url }: Exchange): string {
  const { pathname, search } = new URL(url);
  const [, resource = pathname, taskId = ""] = /\/hpc-cache(\/tasks?\/?)(.*)$/.exec(pathname) ?? [];
  return `${method} ${resource}${shortened(taskId)}${search}`;
}

/** The beginning and the end of an id: the middle is rarely needed. */
export function shortened(id: string): string {
  return id.length > 14 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}

// Made once for each language: that takes longer than formatting a hundred times.
const clocks = new Map<string, Intl.DateTimeFormat>();

export function timeText({ startedAt }: Exchange): string {
  const known = clocks.get(language.value);
  const clock = known ?? new Intl.DateTimeFormat(language.value, { timeStyle: "medium", hourCycle: "h23" });
  if (!known) clocks.set(language.value, clock);
  return clock.format(startedAt);
}

export function statusText({ outcome, status }: Exchange): string {
  return outcome === "answered" ? String(status) : text(outcome);
}

export function tookText({ outcome, took }: Exchange): string {
  return outcome === "underWay" || took === 0 ? "" : text("milliseconds", { number: Math.round(took) });
}

export function attemptText(exchange: Exchange): string {
  const { attempt, retryReason } = exchange;
  if (isLook(exchange)) return text("look", { number: attempt });
  return retryReason ? text("retryOf", { number: attempt, reason: retryReason }) : String(attempt);
}

/** The colour of the result. */
export function toneOf({ outcome, status }: Exchange): "run" | "good" | "bad" | "wait" | "" {
  if (outcome === "underWay") return "run";
  if (outcome === "givenUp") return "";
  if (outcome === "noAnswer" || status >= 500) return "bad";
  return status >= 400 ? "wait" : "good";
}

// Uses the types of the texts for people together with the client's, as a page would; compiled, never run.
import { type ErrorKind, isSfsTurboError, type Task } from "sfs-turbo-tasks";
import {
  addMessages,
  describeError,
  describeStatus,
  describeTask,
  describeType,
  type ErrorDescription,
  formatDuration,
  type Messages,
  type PartialMessages,
  type TaskDescription,
  type TermDescription,
  type Topic,
} from "sfs-turbo-tasks/messages";
import { describeError as describeInEnglish, messages as english } from "sfs-turbo-tasks/messages/en";
import { describeTask as describeInSpanish, messages as spanish } from "sfs-turbo-tasks/messages/es";
import { messages as chinese, formatDuration as durationInChinese } from "sfs-turbo-tasks/messages/zh-CN";

declare const caught: unknown;
declare const task: Task;

const error: ErrorDescription = describeError(caught, "zh-CN");
export const steps: string = [error.title, error.explanation, ...error.actions].join("\n");
export const requestId: string | null = error.requestId;
export const kind: ErrorKind | "aborted" | "unknown" = error.kind;
if (isSfsTurboError(caught)) describeError(caught.toJSON(), navigatorLanguage());

const described: TaskDescription = describeTask(task, undefined, 0);
export const terms: TermDescription[] = [describeStatus(task.status, "es"), describeType(task.type)];
export const words: string = `${described.title} ${described.duration ?? formatDuration(1000, "en")}`;

const german: PartialMessages = { statuses: { DOING: { title: "Läuft" }, PAUSED: {} }, units: { day: "T" } };
addMessages("de", german);
addMessages("fr", english);
export const tables: Messages[] = [english, spanish, chinese];
export const topic: Topic = "busy";
export const alone: string =
  describeInEnglish(caught).title + describeInSpanish(task).title + durationInChinese(1);

function navigatorLanguage(): string {
  return "zh-Hans-CN";
}

// @ts-expect-error a locale is text
describeError(caught, 5);
// @ts-expect-error a duration is a number of milliseconds
formatDuration("5");
// @ts-expect-error an entry of one language knows no locale
describeInEnglish(caught, "es");
// @ts-expect-error a description is not to be changed
error.title = "other";
// @ts-expect-error there may be no id
error.requestId.length;
// @ts-expect-error the section's name is misspelt
addMessages("de", { status: {} });
// @ts-expect-error this topic does not exist
addMessages("de", { topics: { bussy: {} } });
// @ts-expect-error all of a language is all of it
export const whole: Messages = german;

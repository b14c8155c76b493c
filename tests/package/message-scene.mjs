// What the tests of the messages share: the installed package, a client with its emulator, and what people read of an error.
// @ts-check
import { createEmulator } from "sfs-turbo-tasks/emulator";
import { importInstalled, installTarball } from "./tarball.mjs";

export { rejection } from "./scripted-service.mjs";

export const LANGUAGES = ["en", "zh-CN", "es"];

export const folder = await installTarball();
/** @type {typeof import("sfs-turbo-tasks")} */
export const sfsTurboTasks = await importInstalled(folder);
/** @type {typeof import("sfs-turbo-tasks/messages")} */
export const messages = await importInstalled(folder, "sfs-turbo-tasks/messages");

/** A client that its emulator answers, without retries. */
export function scene() {
  const emulator = createEmulator();
  const { endpoint, projectId, token, fetch } = emulator;
  const client = sfsTurboTasks.createClient({ endpoint, projectId, token, fetch, maxRetries: 0 });
  return { emulator, client };
}

/** What people read of an error. @param {unknown} error @param {string} [locale] */
export function said(error, locale) {
  const { title, explanation, actions } = messages.describeError(error, locale);
  return [title, explanation, ...actions];
}

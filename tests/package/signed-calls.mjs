// The common parts of tests of signed calls: the key, a service that reads signatures, a clock.
// @ts-check
import { before } from "node:test";
import { importInstalled, installTarball } from "./tarball.mjs";

export const ids = {
  shareId: "77ba6f4b-6365-4895-8dda-bc7142af4dde",
  taskId: "11abef677ac40f46644d1d5cfc2424a4",
};
export const KEY = { accessKeyId: "AccessKey", secretAccessKey: "SecretKey" };
export const OTHER_KEY = { accessKeyId: "OtherKey", secretAccessKey: "OtherSecret" };
export const START = Date.UTC(2026, 0, 2, 3, 4, 5);
export const TASK = '{"task_id":"t","status":"DOING"}';

/** @type {any} */
export let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @typedef {import("./scripted-service.mjs").Asked} Asked */

/** @param {Asked} asked */
export const signatureOf = ({ headers }) => /Signature=(\w+)$/.exec(headers.Authorization ?? "")?.[1];
/** @param {Asked} asked */
export const keyOf = ({ headers }) => /Access=(\w+)/.exec(headers.Authorization ?? "")?.[1];
/** @param {Asked} asked */
export const dateOf = ({ headers }) => headers["X-Sdk-Date"];

/** The gateway's format of a time. @param {number} time */
export const stamp = (time) => `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** The answer of a gateway whose clock is some milliseconds ahead of the signature. @param {Asked} asked @param {number} ahead */
export function expired(asked, ahead) {
  const signed = dateOf(asked) ?? "";
  const [year = 0, month = 0, ...rest] = signed.match(/\d\d(?:\d\d(?=\d{4}T))?/g)?.map(Number) ?? [];
  const server = stamp(Date.UTC(year, month - 1, ...rest) + ahead);
  const error_msg = `signature expired, signature time:${signed},server time:${server}`;
  return { status: 401, body: { error_code: "APIGW.0301", error_msg } };
}

/**
 * Replaces the clock of this process for one test.
 * @param {import("node:test").TestContext} t
 */
export function mockDate(t, time = START) {
  const { now } = Date;
  t.after(() => {
    Date.now = now;
  });
  const clock = { time };
  Date.now = () => clock.time;
  return clock;
}

/** The options of a scripted service, signed with a key. @param {{ token: string }} options */
export function keyed({ token: _, ...options }) {
  return { ...options, credentials: KEY };
}

// An emulator behind a real HTTP server, with the tasks for the scenario of all consumers.
// @ts-check
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { serveEmulator } from "../../js/emulator/server.mjs";

const shareId = "a1b2c3d4-0000-4000-8000-00000000f11e";

/** A task that runs forever, since its start time is fixed here. */
export const running = { shareId, taskId: "a1b2c3d4-0000-4000-8000-0000000d0140" };

/** A task that has failed, and why. */
export const failed = { shareId, taskId: "a1b2c3d4-0000-4000-8000-000000000fa1" };

export const failureMessage = "The bucket \u201clogs\u201d is gone.";

/**
 * The values that a consumer gets: a plain object, since it is sent as JSON.
 * @typedef {object} Place
 * @property {string} endpoint
 * @property {string} projectId
 * @property {string} token
 * @property {string} wrongToken
 * @property {Ids} running
 * @property {Ids} failed
 * @property {Ids} documented
 * @property {Ids} missing a task that is not there, of a file system that is
 * @property {Ids} foreign a task of a file system of another owner
 * @typedef {{ shareId: string, taskId: string }} Ids
 */

/** Starts a service for one test, which closes it. */
export async function startService() {
  // Not the default token: this one differs from all other text, so finding it anywhere means a leak.
  const emulator = createEmulator({ token: "MIIEtokenThatNobodyMayRead" });
  const server = await serveEmulator(emulator);
  emulator.addFileSystem(shareId);
  const startTime = Date.UTC(2026, 0, 2, 3, 4, 5);
  emulator.addTask({
    ...running,
    type: "export",
    srcTarget: "link",
    srcPrefix: "out/",
    startTime,
    duration: Infinity,
  });
  emulator.addTask({
    ...failed,
    type: "preload",
    startTime,
    duration: 61_000,
    outcome: "FAIL",
    message: failureMessage,
  });
  const { token, projectId } = emulator;
  /** @type {Place} */
  const place = {
    endpoint: server.url,
    projectId,
    token,
    wrongToken: "MIIEtokenThatIsRefused",
    running,
    failed,
    documented: { ...documentedTask },
    missing: { shareId, taskId: "a1b2c3d4-0000-4000-8000-000000000404" },
    foreign: { shareId: "a1b2c3d4-0000-4000-8000-000000000403", taskId: running.taskId },
  };
  return {
    place,
    /** For faults: `misbehave`. */
    emulator,
    /** The requests seen, without the preflights that only a browser sends. */
    seen: () => emulator.requests.filter(({ method }) => method !== "OPTIONS"),
    close: server.close,
  };
}

/** @typedef {Awaited<ReturnType<typeof startService>>} Service */

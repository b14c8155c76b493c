// The fetch between the client and the emulator, with the current faults.
import type { Emulator } from "sfs-turbo-tasks/emulator";
import type { PageFetch } from "../requests/recording";
import { breakage, change } from "./breakage";
import { type FaultName, faults } from "./faults";
import { runTasks } from "./running";

/** How many characters remain of an answer that is cut off. */
const FIRST = 20;

export function brokenFetch(emulator: Emulator): PageFetch {
  const see = runTasks(emulator);
  let requests = 0;

  /** The fault of the next answer. */
  function nextFault(): FaultName {
    const { fault, affects } = breakage.value;
    requests += 1;
    if (fault === "none" || (affects === "other" && requests % 2 === 0)) return "none";
    if (affects === "next") change({ fault: "none" });
    return fault;
  }

  return async (url, init) => {
    const { isOffline, delay } = breakage.value;
    if (isOffline) throw new TypeError("Failed to fetch");
    const name = nextFault();
    const fault = { ...faults[name], ...(delay > 0 ? { delay } : {}) };
    // Queued for this request alone: only so can it be removed again, which the emulator's own queue does not allow.
    if (Object.keys(fault).length > 0 && !init.signal.aborted) emulator.misbehave(fault);
    const answer = await emulator.fetch(url, init);
    // A fault with a status has kept the request from the service.
    if (!("status" in fault)) await see(init.method, url, answer);
    if (name === "lost") throw new TypeError("Failed to fetch");
    return name === "cutOff" ? cutOff(answer) : answer;
  };
}

async function cutOff(answer: Response): Promise<Response> {
  const { status, headers } = answer;
  return new Response((await answer.text()).slice(0, FIRST), { status, headers });
}

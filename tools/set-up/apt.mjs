// Debian's packages, installed where that needs no password.
// @ts-check
import { mustRun, run } from "../run.mjs";

/** @returns {Promise<string[] | undefined>} what stands before apt-get here; nothing where there is no apt-get to use */
export async function aptPrefix() {
  const works = async (/** @type {string} */ command, /** @type {string[]} */ ...args) =>
    run(command, args, { output: "capture" }).then(
      ({ code }) => code === 0,
      () => false,
    );
  if (!(await works("apt-get", "--version"))) return undefined;
  if (process.getuid?.() === 0) return [];
  return (await works("sudo", "-n", "true")) ? ["sudo", "-n"] : undefined;
}

/**
 * @param {readonly string[]} prefix of {@link aptPrefix}
 * @param {readonly string[]} packages
 * @throws {import("../run.mjs").Failure} with the end of apt-get's output
 */
export async function installWithApt(prefix, packages) {
  // Set by `env`, since sudo would drop it. A machine that was just started may be upgrading itself: wait for its lock.
  const apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"];
  const [command = "env", ...args] = [...prefix, ...apt];
  // One broken package source fails the update, while the one that is needed may be well: the install decides.
  await run(command, [...args, "update"], { output: "capture" });
  await mustRun(command, [...args, "install", "-y", "--no-install-recommends", ...packages], {
    output: "capture",
  });
}

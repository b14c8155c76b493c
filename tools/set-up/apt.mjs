// Installs Debian packages if that needs no password.
// @ts-check
import { mustRun, run } from "../run.mjs";

/** @returns {Promise<string[] | undefined>} the words before apt-get on this machine; nothing if apt-get cannot be used */
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
  // Set by `env`, since sudo would drop it. A machine that has just started may be upgrading itself: wait for its lock.
  const apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"];
  const [command = "env", ...args] = [...prefix, ...apt];
  // One broken package source fails the update, although the needed one may work: the install decides.
  await run(command, [...args, "update"], { output: "capture" });
  await mustRun(command, [...args, "install", "-y", "--no-install-recommends", ...packages], {
    output: "capture",
  });
}

// WebKit: the MiniBrowser of WebKitGTK on a screen in memory, through WebKitWebDriver.
// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import { setUpWebKit } from "../../../tools/set-up/browsers.mjs";
import { freePort } from "../free-port.mjs";

/** @typedef {import("../browser.mjs").Session} Session */

/**
 * @param {string} profile an empty folder; MiniBrowser keeps nothing, so only the screen's key is in it
 * @returns {Promise<Session>}
 */
export async function startWebKit(profile) {
  const { driver: driverFile, screen } = await setUpWebKit();
  const port = await freePort();
  // Its own process group, since xvfb-run does not end its child processes when it is ended.
  const screenArgs = ["--auto-servernum", `--auth-file=${join(profile, "Xauthority")}`];
  const programs = spawn(screen, [...screenArgs, driverFile, `--port=${port}`], {
    stdio: "ignore",
    detached: true,
  });
  const ended = once(programs, "close");
  const stop = async () => {
    if (programs.exitCode === null && programs.pid !== undefined) process.kill(-programs.pid, "SIGTERM");
    await ended;
  };
  try {
    await Promise.race([listening(port), ended.then(() => Promise.reject(new Error(`${screen} ended`)))]);
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities({ browserName: "MiniBrowser" }))
      .build();
    // Its driver has no log of the page's console; the page has to report policy violations itself.
    return { driver, readConsole: async () => [], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Waits until a server listens.
 * @param {number} port
 */
async function listening(port) {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const connected = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (connected) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

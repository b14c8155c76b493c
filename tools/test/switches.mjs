// The command-line switches of every Chromium that a test starts.
// @ts-check

export const SWITCHES = [
  // Chromium refuses to start as root with its sandbox on, and a container may forbid the sandbox.
  "--no-sandbox",
  // The /dev/shm of a container is too small for a page.
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  // Requests that it would send to its vendor's servers by itself; a test contacts only this machine.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

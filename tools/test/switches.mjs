// The command-line switches of every Chromium that a test starts.
// @ts-check

export const SWITCHES = [
  // Chromium refuses to start as root with its sandbox on, and a container may forbid the sandbox to anyone.
  "--no-sandbox",
  // The /dev/shm of a container is too small for a page.
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  // What it would ask of its maker's servers by itself; a test asks nobody but this machine.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

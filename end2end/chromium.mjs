// How Debian's Chromium is started for tests and measurements.

export const executablePath = "/usr/bin/chromium";

export const args = [
  // Its sandbox cannot be set up by root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// Every spec runs twice: asleep (no script at all) and awake. A spec that only makes sense with
// scripts is called *.awake.spec.ts. See onefront.ts for what is watched in each of them.

import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  globalSetup: "./validator.ts",
  // One case of each kind of trouble is enough to begin with.
  maxFailures: process.env.CI ? 20 : 0,
  forbidOnly: !!process.env.CI,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: [["list"], ["html", { outputFolder: "report", open: "never" }]],
  use: {
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 390, height: 844 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "asleep", use: { javaScriptEnabled: false }, testIgnore: "**/*.awake.spec.ts" },
    { name: "awake", use: { javaScriptEnabled: true } },
  ],
});

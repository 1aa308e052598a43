// Every spec runs twice: asleep (no script at all) and awake. A spec that only makes sense with
// scripts is called *.awake.spec.ts. See onefront.ts for what is watched in each of them.

import { defineConfig } from "@playwright/test";
import { args, executablePath } from "./chromium.mjs";

/** Where the README's pictures go; only `make screenshots` makes them. */
const pictures = process.env.E2E_PICTURES;

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  globalSetup: "./validator.ts",
  // A server that does not start fails everything; no need to wait for all of it.
  maxFailures: 20,
  forbidOnly: !!process.env.CI,
  fullyParallel: true,
  workers: 2,
  // Two cores under a browser, a validator and a server stall now and then. A second try is told in
  // the report as flaky, and a fault that is real fails it as well.
  retries: 2,
  timeout: 30_000,
  reporter: [["list"], ["html", { outputFolder: "report", open: "never" }]],
  use: {
    actionTimeout: 5_000,
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 390, height: 844 },
    screenshot: "only-on-failure", // more with E2E="--trace on"
    launchOptions: { executablePath, args },
  },
  projects: pictures
    ? [{ name: "pictures", testMatch: "**/pictures.ts" }]
    : [
        { name: "asleep", use: { javaScriptEnabled: false }, testIgnore: "**/*.awake.spec.ts" },
        { name: "awake", use: { javaScriptEnabled: true } },
      ],
});

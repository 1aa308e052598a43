// Axe with its sharper rules, and what it says about colours in the dark.

import fs from "node:fs";
import { createRequire } from "node:module";
import { test, type Page } from "@playwright/test";
import type axe from "axe-core";

/** The small form: most of an audit is spent on reading it in. */
const source = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Off unless asked for, and asked for here: WCAG 2.2 and its AAA contrast. */
const sharper = [
  "target-size",
  "color-contrast-enhanced",
  "identical-links-same-purpose",
  "meta-refresh-no-exceptions",
];

/** All that changes with the colours. */
const colours = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

/** Whether this run is one without scripts. */
export function asleep(): boolean {
  return test.info().project.use.javaScriptEnabled === false;
}

/** What axe finds on the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
  const rules = Object.fromEntries(sharper.map((id) => [id, { enabled: true }]));
  return whileAwake(page, (page) => axeRun(page, { rules }));
}

/** What axe finds about the page's colours in the dark. */
export async function darkFindings(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  const findings = await whileAwake(page, (page) =>
    axeRun(page, { runOnly: { type: "rule", values: colours } }),
  );
  await page.emulateMedia({ colorScheme: "light" });
  return findings.map((finding) => `in the dark, ${finding}`);
}

/** Brought in from outside the page, whose policy neither sees nor forbids it. */
async function axeRun(page: Page, options: axe.RunOptions): Promise<string[]> {
  await page.evaluate(settled);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const violations = await page.evaluate(async (options) => {
    const { axe: brought } = window as unknown as { axe: typeof axe };
    const { violations } = await brought.run({ ...options, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }));
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

/**
 * With scripts off even the auditor's timers stand still. Switching them on for a moment wakes
 * nothing of the page: it has been read to its end, and what it wanted to run was passed over.
 */
export async function whileAwake<T>(page: Page, run: (page: Page) => Promise<T>): Promise<T> {
  if (!asleep()) return run(page);
  const browser = await page.context().newCDPSession(page);
  const disabled = (value: boolean) =>
    browser.send("Emulation.setScriptExecutionDisabled", { value });
  await disabled(true); // a session that has not said "off" may not say "on"
  await disabled(false);
  try {
    return await run(page);
  } finally {
    await disabled(true);
    await browser.detach();
  }
}

/**
 * Runs in the page: waits until a theme that was just switched has been painted, and no colour is
 * on its way to another one.
 */
async function settled(): Promise<void> {
  const frame = () => new Promise((painted) => requestAnimationFrame(painted));
  await frame();
  await frame();
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await frame();
}

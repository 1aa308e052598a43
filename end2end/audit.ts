// What a page owes to everybody: axe with its sharper rules, targets a thumb can hit, and no
// sideways scrolling on the narrowest screen.

import { test, type Page } from "@playwright/test";
import axe from "axe-core";

/** Off unless asked for, and asked for here: WCAG 2.2 and its AAA contrast. */
const sharper = [
  "target-size",
  "color-contrast-enhanced",
  "identical-links-same-purpose",
  "meta-refresh-no-exceptions",
];

/** Everything wrong with the page as it stands, in words; nothing if all is well. */
export async function auditFindings(page: Page): Promise<string[]> {
  const path = new URL(page.url()).pathname;
  const findings = [...(await axeFindings(page)), ...(await page.evaluate(smallTargets, 44))];
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (beyond > 0) findings.push(`${beyond} px too wide for a screen of 320`);
  if (size) await page.setViewportSize(size);
  return findings.map((finding) => `${path}: ${finding}`);
}

async function axeFindings(page: Page): Promise<string[]> {
  const asleep = test.info().project.use.javaScriptEnabled === false;
  const violations = await (asleep ? whileAwake(page, axeRun) : axeRun(page));
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html}\n${node.failureSummary}`),
  );
}

/** Brought in from outside the page, whose policy neither sees nor forbids it. */
async function axeRun(page: Page) {
  await page.evaluate(settled);
  await page.evaluate(axe.source);
  const result = await page.evaluate(
    (rules) => axe.run({ rules: Object.fromEntries(rules.map((id) => [id, { enabled: true }])) }),
    sharper,
  );
  return result.violations;
}

/**
 * With scripts off even the auditor's timers stand still. Switching them on for a moment wakes
 * nothing of the page: it has been read to its end, and what it wanted to run was passed over.
 */
async function whileAwake<T>(page: Page, run: (page: Page) => Promise<T>): Promise<T> {
  const browser = await page.context().newCDPSession(page);
  const asleep = (value: boolean) =>
    browser.send("Emulation.setScriptExecutionDisabled", { value });
  await asleep(true); // a session that has not said "off" may not say "on"
  await asleep(false);
  try {
    return await run(page);
  } finally {
    await asleep(true);
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

/** Runs in the page: what can be pressed and is smaller than `least` pixels either way. */
function smallTargets(least: number): string[] {
  const findings: string[] = [];
  for (const target of document.querySelectorAll<HTMLElement>(
    "a[href], button, input:not([type=hidden]), select, textarea, summary",
  )) {
    if (!target.checkVisibility({ visibilityProperty: true })) continue;
    // A link within a sentence is as high as its line; WCAG excepts it.
    if (target.localName === "a" && getComputedStyle(target).display === "inline") continue;
    // Pressing a label presses what it labels.
    const boxes = [target, ...((target as HTMLInputElement).labels ?? [])].map((element) =>
      element.getBoundingClientRect(),
    );
    // Off the screen until focused, like a skip link.
    if (boxes[0].bottom <= 0 || boxes[0].right <= 0) continue;
    if (!boxes.some((box) => box.width >= least && box.height >= least)) {
      const { width, height } = boxes[0];
      findings.push(`${Math.round(width)}×${Math.round(height)} px: ${target.outerHTML}`);
    }
  }
  return findings;
}

// What axe does not measure: targets a thumb can hit, the narrowest screen, and text that a reader
// has spread out. All of it runs in the page and needs no script of the page's own.

import type { Page } from "@playwright/test";

/** The least a thumb hits (WCAG 2.5.5). */
const target = 44;

/** A screen of 1280 at 400 % (WCAG 1.4.10). */
const narrowest = { width: 320, height: 640 };

/** Everything wrong with the layout, in words; the screen is given back as it was. */
export async function layoutFindings(page: Page): Promise<string[]> {
  const findings = await page.evaluate(smallTargets, target);
  const size = page.viewportSize();
  await page.setViewportSize(narrowest);
  findings.push(...(await page.evaluate(lost)));
  await page.evaluate(spread, true);
  const spreadOut = await page.evaluate(lost);
  findings.push(...spreadOut.map((finding) => `with spread text, ${finding}`));
  await page.evaluate(spread, false);
  if (size) await page.setViewportSize(size);
  return findings;
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

/** Runs in the page: sideways scrolling, and text cut off by the box it stands in. */
function lost(): string[] {
  const findings: string[] = [];
  const beyond = document.documentElement.scrollWidth - innerWidth;
  if (beyond > 0) findings.push(`${beyond} px too wide for a screen of ${innerWidth}`);
  for (const box of document.querySelectorAll<HTMLElement>("body *")) {
    const { overflowX, overflowY, clipPath } = getComputedStyle(box);
    // Heard and not seen, or scrolled by its reader.
    if (clipPath !== "none" || box.matches("textarea, select, input, svg, svg *")) continue;
    const cut = (overflow: string, more: number) => /hidden|clip/.test(overflow) && more > 1;
    if (
      cut(overflowX, box.scrollWidth - box.clientWidth) ||
      cut(overflowY, box.scrollHeight - box.clientHeight)
    ) {
      findings.push(`cut off: ${box.outerHTML.slice(0, 200)}`);
    }
  }
  return findings;
}

/** Runs in the page: text as spread out as WCAG 1.4.12 lets a reader ask for, or not any more. */
function spread(on: boolean) {
  const sheet = document.styleSheets[0];
  const rules = [
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    "p { margin-block-end: 2em !important }",
  ];
  for (const rule of rules) {
    if (on) sheet.insertRule(rule, sheet.cssRules.length);
    else sheet.deleteRule(sheet.cssRules.length - 1);
  }
}

// What a page owes to everybody, as it stands: see axe.ts and layout.ts. The HTML as it was sent
// and the console are watched all the time: see watch.ts.

import type { Page } from "@playwright/test";
import { asleep, axeFindings, darkFindings } from "./axe.ts";
import { layoutFindings } from "./layout.ts";

/**
 * Everything wrong with the page, in words; nothing if all is well. The dark is looked at where
 * scripts run, the languages where they do not (see auditedAll in onefront.ts): neither depends on
 * the other.
 */
export async function auditFindings(page: Page): Promise<string[]> {
  const path = new URL(page.url()).pathname;
  const findings = [
    ...(await axeFindings(page)),
    ...(asleep() ? [] : await darkFindings(page)),
    ...(await layoutFindings(page)),
    ...(await page.evaluate(inlineParts)),
  ];
  return findings.map((finding) => `${path}: ${finding}`);
}

/** Runs in the page: style and script within the markup, which our policy forbids. */
function inlineParts(): string[] {
  return [...document.querySelectorAll("*")]
    .filter(
      (element) =>
        element.localName === "style" ||
        (element.localName === "script" && !element.getAttribute("src")) ||
        element.getAttributeNames().some((name) => name === "style" || name.startsWith("on")),
    )
    .map((element) => `inline: ${element.outerHTML.slice(0, 200)}`);
}

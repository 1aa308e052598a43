// What a page owes to everybody, as it stands: see axe.ts and layout.ts. The HTML as it was sent
// and the console are watched all the time: see watch.ts.

import type { Page } from "@playwright/test";
import { axeFindings, darkFindings } from "./axe.ts";
import { layoutFindings } from "./layout.ts";

/** Everything wrong with the page, in words; nothing if all is well. */
export async function auditFindings(page: Page): Promise<string[]> {
  return [...(await languageFindings(page)), ...(await about(page, darkFindings))];
}

/** What can be wrong in one language and right in another: everything but the colours. */
export async function languageFindings(page: Page): Promise<string[]> {
  const look = async (page: Page) => [
    ...(await axeFindings(page)),
    ...(await layoutFindings(page)),
    ...(await page.evaluate(inlineParts)),
  ];
  return about(page, look);
}

async function about(page: Page, look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const path = new URL(page.url()).pathname;
  return (await look(page)).map((finding) => `${path}: ${finding}`);
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

// What people ask of their browser counts: less motion, colours of their own, paper.

import type { Page } from "@playwright/test";
import { whileAwake } from "./axe.ts";
import { expect, test } from "./onefront.ts";
import { send, walk } from "./walk.ts";

test("nothing moves for those who asked for less motion", async ({ page }) => {
  for (const path of ["/", "/fault", "/enquiry", "/status"]) {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.goto(path);
    expect(await page.evaluate(moving), `${path} shows where a pointer is`).not.toEqual([]);
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await page.evaluate(moving), `${path} keeps still`).toEqual([]);
  }
});

test("in colours of one's own, everything keeps its edge and its state", async ({ page, staff }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const path of ["/", "/fault", "/enquiry", "/track?mend", "/track?unknown", "/status"]) {
    await page.goto(path);
    expect(await whileAwake(page, (page) => page.evaluate(edgeless)), path).toEqual([]);
  }
  await page.goto("/fault");
  await page.locator("form#step label").first().click();
  expect(await page.evaluate(marks)).toBeGreaterThan(await page.evaluate(marksElsewhere));
  await page.keyboard.press("Tab");
  expect(
    await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle),
  ).not.toBe("none");

  await staff.emulateMedia({ forcedColors: "active" });
  await staff.goto("/desk");
  const way = (current: string) =>
    staff.locator(`.room-ways a${current}`).first().evaluate((link) => {
      const { borderBottomColor } = getComputedStyle(link);
      return borderBottomColor === getComputedStyle(document.body).backgroundColor;
    });
  expect(await way("[aria-current]"), "where one is has a line under it").toBe(false);
  expect(await way(":not([aria-current])"), "and only that").toBe(true);
});

test("a receipt on paper has what one takes along, and nothing to press", async ({ page }) => {
  await walk(page, "/fault", "/check", { product: "tv" });
  const reference = await send(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#reference")).toHaveText(reference);
  for (const kept of ["#reference", "#promise", ".qr", "#secret-link", ".foot-phone", ".brand"]) {
    await expect(page.locator(kept)).toBeVisible();
  }
  for (const gone of [".languages", ".skip", "footer nav", "main button", "main .acts"]) {
    expect(await shown(page, gone), `${gone} is not printed`).toBe(0);
  }
  const sheets = (await page.pdf({ format: "A4", preferCSSPageSize: true }))
    .toString("latin1")
    .match(/\/Type\s*\/Page\b/g);
  expect(sheets?.length, "sheets of A4").toBeLessThanOrEqual(2);
});

async function shown(page: Page, selector: string) {
  return page.locator(selector).filter({ visible: true }).count();
}

/** Runs in the page: what would move. */
function moving(): string[] {
  const seconds = (lengths: string) => Math.max(...lengths.split(",").map(parseFloat));
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return seconds(transitionDuration) > 0 || animationName !== "none";
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/** Runs in the page: what can be pressed or stands apart, and has no edge to be seen by. */
function edgeless(): string[] {
  const apart = document.querySelectorAll<HTMLElement>(
    "main .button, main .input, main .card, main .notice, main .link-card, main .faults, main .fold",
  );
  return [...apart]
    .filter((box) => box.checkVisibility())
    .filter((box) => {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(box);
      const ground = getComputedStyle(document.body).backgroundColor;
      return parseFloat(borderTopWidth) < 1 || borderTopStyle === "none" || borderTopColor === ground;
    })
    .map((box) => box.outerHTML.slice(0, 120));
}

/** Runs in the page: how wide the ring of the chosen radio button is. */
function marks(): number {
  const chosen = document.querySelector("form#step input:checked")!;
  return parseFloat(getComputedStyle(chosen, "::before").borderTopWidth);
}

/** Runs in the page: how wide the ring of one is that was not chosen. */
function marksElsewhere(): number {
  const other = document.querySelector("form#step input[type=radio]:not(:checked)")!;
  return parseFloat(getComputedStyle(other, "::before").borderTopWidth);
}

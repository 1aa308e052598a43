// A whole journey with nothing but a keyboard: Tab, Shift+Tab, Enter, Space and the arrows. At every
// stop the focus is to be seen, and it never jumps back up the page.

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./onefront.ts";

/** What the focus looks like where it is now. */
type Stop = { what: string; top: number; bottom: number; outlined: boolean; inSight: boolean };

test("a fault is reported with a keyboard alone", async ({ page }) => {
  test.slow();
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await expect(page.locator(".skip")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await press(page, page.locator("main a[href='/fault']"), "Enter");

  // The second product, by the arrows; then Enter from within the group goes on.
  await expect(page).toHaveURL("/fault");
  await choose(page, "product", 2);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/fault/symptom");
  await choose(page, "symptom", 1);
  await press(page, page.locator("form#step .acts [value=next]"), "Space");
  await expect(page).not.toHaveURL("/fault/symptom");
  for (let tries = 0; tries < 5 && page.url().includes("/try-"); tries += 1) {
    const here = page.url();
    await press(page, page.locator("form#step [value=not-fixed]"), "Enter");
    await expect(page).not.toHaveURL(here);
  }

  await expect(page).toHaveURL("/fault/questions");
  for (const group of await page.locator("form#step fieldset input[type=radio]:first-of-type").all()) {
    const name = (await group.getAttribute("name")) ?? "";
    if ((await page.locator(`[name="${name}"]:checked`).count()) === 0) await choose(page, name, 1);
  }
  await press(page, page.locator("form#step .acts [value=next]"), "Enter");

  await expect(page).toHaveURL("/fault/place");
  await tabTo(page, page.locator("#place"));
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#place")).not.toHaveValue("");
  await press(page, page.locator("form#step .acts [value=next]"), "Enter");
  await expect(page).not.toHaveURL("/fault/place");
  if (page.url().endsWith("/known")) {
    await press(page, page.locator("form#step .acts [value=next]"), "Enter");
  }
  await expect(page).toHaveURL("/fault/line");

  // Nothing typed: the focus is on what is wrong, and its link leads to the field.
  await press(page, page.locator("form#step .acts [value=next]"), "Enter");
  await expect(page).toHaveTitle(/^Error:/);
  await expect(page.locator(".faults")).toBeFocused();
  await press(page, page.locator(".faults a").first(), "Enter");
  await expect(page.locator("#line")).toBeFocused();
  await page.keyboard.type("0101 2345 6789");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL("/fault/since");
  await choose(page, "since", 2);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/fault/contact");
  await choose(page, "contact", 1);
  await tabTo(page, page.locator("#phone"));
  await page.keyboard.type("138 0013 8000");
  await page.keyboard.press("Enter");

  // Back to change an answer, and on again.
  await expect(page).toHaveURL("/fault/check");
  await press(page, page.locator("main .back"), "Enter");
  await expect(page).toHaveURL("/fault/contact");
  await expect(page.locator("#phone")).toHaveValue("138 0013 8000");
  await press(page, page.locator("form#step .acts [value=next]"), "Enter");
  await expect(page).toHaveURL("/fault/check");
  await press(page, page.locator("form#step .acts [value=next]"), "Enter");
  await page.waitForURL("**/receipt/*");

  await press(page, page.locator("main a[href^='/track/']"), "Enter");
  await tabTo(page, page.locator("#text"));
  await page.keyboard.type("The dog is friendly.");
  // Past the field for a file.
  await tabTo(page, page.locator("form:has(#text) button[type='submit'], form:has(#text) .button").first());
  await page.keyboard.press("Space");
  await expect(page.locator(".entry-body")).toHaveText("The dog is friendly.");
});

test("the desk is worked with a keyboard alone", async ({ staff }) => {
  await press(staff, staff.locator("tbody a").first(), "Enter");
  await expect(staff.locator("#reply")).toBeVisible();
  await press(staff, staff.locator("form[action='/api/desk/note'] textarea"), "a");
  await tabTo(staff, staff.locator("form[action='/api/desk/note'] button"));
  await staff.keyboard.press("Enter");
  await expect(staff.locator(".notice.good")).toBeVisible();
});

/** Tabs to a place and presses a key there. */
async function press(page: Page, there: Locator, key: string) {
  await tabTo(page, there);
  await page.keyboard.press(key);
}

/** Chooses so many-th of a group by the arrows. */
async function choose(page: Page, name: string, nth: number) {
  const group = page.locator(`form#step input[name="${name}"]`);
  await tabTo(page, group.first());
  await page.keyboard.press("Space");
  for (let at = 1; at < nth; at += 1) await page.keyboard.press("ArrowDown");
  await expect(group.nth(nth - 1)).toBeChecked();
}

/** Tabs on until the focus is there, and looks at every stop on the way. */
async function tabTo(page: Page, there: Locator) {
  let before: Stop | undefined;
  for (let stops = 0; stops < 120; stops += 1) {
    if (await there.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(look);
    if (!stop) {
      before = undefined; // past the end of the page, and round again
      continue;
    }
    expect(stop.outlined, `the focus is to be seen on ${stop.what}`).toBe(true);
    expect(stop.inSight, `on the screen is ${stop.what}`).toBe(true);
    if (before) {
      expect(stop.bottom, `${stop.what} comes after ${before.what}`).toBeGreaterThan(before.top);
    }
    before = stop;
  }
  throw new Error(`no Tab leads to ${there}`);
}

/** Runs in the page: where the focus is; nothing while it is on the page as a whole. */
function look(): Stop | null {
  const focus = document.activeElement as HTMLElement | null;
  if (!focus || focus === document.body) return null;
  const label = (focus as HTMLInputElement).labels?.[0];
  const rings = [
    getComputedStyle(focus),
    ...(label ? [getComputedStyle(label, "::after")] : []),
  ];
  const { top, bottom, left, right } = focus.getBoundingClientRect();
  return {
    what: focus.outerHTML.slice(0, 120),
    top: top + scrollY,
    bottom: bottom + scrollY,
    outlined: rings.some((ring) => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2),
    inSight: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
}

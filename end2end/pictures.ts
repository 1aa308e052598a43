// The pictures of the README, taken on the way through the very journeys that are tested: see
// tools/screenshots. Each is a screen as people have it, not a page drawn for the picture.

import path from "node:path";
import type { Page } from "@playwright/test";
import { comesUp, does } from "./desk.ts";
import { expect, test } from "./onefront.ts";
import { choose, send, walk } from "./walk.ts";

const folder = process.env.E2E_PICTURES ?? "";

async function picture(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: "disabled" });
}

/** A screen in the dark. */
async function night(page: Page) {
  await page.emulateMedia({ colorScheme: "dark" });
}

test.describe("简体中文", () => {
  test.use({ locale: "zh-CN" });

  test("the first page, and a fault", async ({ page }) => {
    await page.goto("/");
    await picture(page, "home");
    await walk(page, "/fault", "/since", { product: "tv", line: "0571 8800 1234" });
    await choose(page.locator("input[name=since][value=today]"));
    await night(page);
    await picture(page, "step");
  });
});

test.describe("繁體中文", () => {
  test.use({ locale: "zh-TW" });

  test("a case at work", async ({ page, staff }) => {
    await walk(page, "/fault", "/check", { product: "leased-line" });
    const reference = await send(page);
    await comesUp(staff, reference, "accept");
    await does(staff, "accept");
    await does(staff, "reply", "工程師已出發，預計下午三點前到達。");
    await page.goto(`/track/${reference}`);
    await night(page);
    await picture(page, "case");
  });
});

test.describe("English", () => {
  test("a receipt, and the desk", async ({ page, staff }) => {
    await walk(page, "/fault", "/check", { product: "mobile" });
    await send(page);
    await expect(page.locator(".qr")).toBeVisible();
    await picture(page, "receipt");
    await staff.setViewportSize({ width: 1180, height: 820 });
    await staff.goto("/desk");
    await picture(staff, "desk");
  });
});

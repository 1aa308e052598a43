// The heaviest pages there are: whatever a customer has written, the pages that show it again
// arrive in one go. Every page of every other spec is weighed too: see watch.ts.

import fs from "node:fs";
import { expect, test } from "./onefront.ts";
import { send, walk } from "./walk.ts";

const most = 10_000;

/** Ten thousand characters that do not repeat: our own Chinese sentences, then rarer signs. */
function longText(): string {
  const folder = new URL("../app/locales/zh-Hans/", import.meta.url);
  const sentences = fs
    .readdirSync(folder)
    .flatMap((file) => fs.readFileSync(new URL(file, folder), "utf8").split("\n"))
    .filter((line) => !line.startsWith("#"))
    .join("")
    .replace(/[^\p{Script=Han}，。？！]/gu, "");
  const rare = Array.from({ length: most }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
  );
  return [...sentences, ...rare].slice(0, most).join("");
}

test.describe("ten thousand characters", () => {
  // The text area must show again all that was typed, and "in full" means in full.
  test.use({ locale: "zh-CN", expected: [/^\/enquiry\/details: \d+ bytes sent/] });

  test("are taken, and the pages that show them stay light", async ({ page, audit }) => {
    const text = longText();
    await walk(page, "/enquiry", "/check", { details: text });
    await expect(page.getByText(text.slice(0, 900))).toBeVisible();
    await audit();
    await page.locator("main a[href='/enquiry/details']").first().click();
    await expect(page.locator("#details")).toHaveValue(text);
    await page.goto("/enquiry/check");
    const reference = await send(page);
    await audit();

    await page.goto(`/track/${reference}`);
    await expect(page.getByText(text.slice(0, 900))).toBeVisible();
    expect(await page.locator("main").innerText()).not.toContain(text);
    await page.locator("#text").fill(text.replaceAll("，", "、"));
    await page.locator("form[action='/api/track/write'] button").click();
    await expect(page.locator("#live-timeline .whole a")).toBeVisible();
    await audit();
  });
});

test.describe("in full", () => {
  test.use({ locale: "zh-CN", expected: [/^\/(enquiry\/details|track\/[\w-]+): \d+ bytes sent/] });

  test("all of it can be read for the asking", async ({ page }) => {
    const text = longText();
    await walk(page, "/enquiry", "/check", { details: text });
    await send(page);
    await page.locator(".whole a").click();
    await expect(page.locator("dd", { hasText: text })).toBeVisible();
    await expect(page.locator(".whole")).toHaveCount(0);
  });
});

test("the longest list of places is light", async ({ page, audit }) => {
  await walk(page, "/fault", "/place", { product: "mobile" });
  expect(await page.locator("#place option").count()).toBeGreaterThan(10);
  await audit();
});

// What a form can do when it is awake, and only then. What it does asleep is in every other spec.

import { type Page } from "@playwright/test";
import { expect, test } from "./onefront.ts";
import { choose, send, walk } from "./walk.ts";

const next = "form#step .acts [value=next]";

/** Until the islands listen; without it a test would be quicker than any person. */
const awake = (page: Page) => expect(page.locator("html[data-awake]")).toBeAttached();

/** Leaves a mark in the page that only a page load takes away. */
const mark = (page: Page) => page.evaluate(() => void document.body.setAttribute("data-same", ""));
const unloaded = (page: Page) => expect(page.locator("body[data-same]")).toBeAttached();

async function contactStep(page: Page) {
  await walk(page, "/enquiry", "/contact");
  await awake(page);
  await choose(page.locator("input[name=contact][value=phone]"));
}

test("a field says what is wrong once it is left, and no longer than it is", async ({ page, audit }) => {
  await contactStep(page);
  const phone = page.locator("#phone");
  await phone.pressSequentially("12");
  await expect(page.locator("#phone-fault"), "nobody is told while typing").toHaveCount(0);
  await phone.press("Tab");
  await expect(page.locator("#phone-fault")).toContainText("Some digits are missing");
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(phone).toHaveAccessibleDescription(/Some digits are missing/);
  await audit();
  await phone.pressSequentially("345");
  await expect(page.locator("#phone-fault")).toHaveCount(0);
  await expect(phone).not.toHaveAttribute("aria-invalid");
});

test.describe("a refusal", () => {
  test.use({ expected: [/status (of )?422/] });

  test("shows without a page load, and goes when it is mended", async ({ page, audit }) => {
    await contactStep(page);
    await mark(page);
    await page.locator("#phone").fill("010 12");
    await page.locator(next).click();

    const summary = page.locator(".faults");
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link")).toHaveAttribute("href", "#phone");
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator("#phone")).toHaveValue("010 12");
    await unloaded(page);
    await audit();

    await page.locator("#phone").fill("138 0013 8000");
    await page.locator(next).click();
    await expect(page).toHaveURL("/enquiry/check");
    await expect(page).not.toHaveTitle(/^Error: /);
  });

  test("of a choice is told at the choice", async ({ page }) => {
    await page.goto("/fault");
    await awake(page);
    await mark(page);
    await page.locator(next).click();
    await expect(page.locator(".faults")).toBeFocused();
    await expect(page.locator("fieldset")).toHaveAccessibleDescription(/Choose one of these/);
    await unloaded(page);
  });
});

test.describe("a dead connection", () => {
  test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

  test("says that nothing was sent, keeps everything, and sends on request", async ({ page, context, audit }) => {
    await walk(page, "/enquiry", "/details");
    await awake(page);
    await page.locator("#details").fill("No signal in the lift");
    await context.setOffline(true);
    await page.locator(next).click();
    const notice = page.locator("[data-trouble=offline]");
    await expect(notice).toBeFocused();
    await expect(notice).toContainText("Not sent");
    await expect(page.locator("#details")).toHaveValue("No signal in the lift");
    await context.setOffline(false);
    await audit();
    await notice.getByRole("button").click();
    await expect(page).toHaveURL("/enquiry/contact");
  });
});

test("what is typed survives a reload, and is forgotten once it is sent", async ({ page }) => {
  await page.goto("/enquiry");
  await awake(page);
  const open = page.locator("#topic-open");
  await choose(open);
  await page.locator("#about").fill("The mast behind my house");
  await page.reload();
  await awake(page);
  await expect(page.locator("#about")).toHaveValue("The mast behind my house");
  await expect(open).toBeChecked();
  await page.locator(next).click();
  await expect(page).toHaveURL("/enquiry/details");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("\"forget me here\" leaves nothing in the tab", async ({ page }) => {
  await walk(page, "/enquiry", "/details");
  await awake(page);
  await page.locator("#details").fill("A secret");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(1);
  await page.locator("form#step [value=forget]").click();
  await expect(page).toHaveURL("/forgotten");
  await awake(page);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("a double click is one sending", async ({ page }) => {
  await walk(page, "/enquiry", "/check");
  await awake(page);
  let sendings = 0;
  page.on("request", (request) => (sendings += Number(request.url().endsWith("/enquiry/send"))));
  await page.locator(next).dblclick();
  await page.waitForURL("**/receipt/*");
  expect(sendings).toBe(1);
});

test("a mistyped reference is noticed before anything is asked", async ({ page }) => {
  await page.goto("/track");
  await awake(page);
  await page.locator("#reference").fill("7K4M-9QXT-2R-H");
  await page.locator("#reference").press("Tab");
  await expect(page.locator("#reference-fault")).toBeVisible();
});

test("news of a case appear while its page lies open, and nobody's words are lost", async ({ page, context }) => {
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await page.goto(`/track/${reference}`);
  await awake(page);
  await mark(page);
  await page.locator("#text").fill("Half a sen");
  const other = await context.newPage();
  await other.goto(`/track/${reference}`);
  await other.locator("#text").fill("Sent from the other window");
  await other.locator("form[action='/api/track/write'] button").click();
  await expect(other.locator("#live-timeline")).toContainText("Sent from the other window");

  // Coming back to the window: it looks at once.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.locator("#live-timeline")).toContainText("Sent from the other window");
  await expect(page.locator("[data-news]")).toHaveText("There is news on this page.");
  await expect(page.locator("#text")).toHaveValue("Half a sen");
  await unloaded(page);
});

// Asking a question: there and back, put right, in another language, sent once.

import { asleep } from "./axe.ts";
import { auditedAll, expect, inEveryLanguage, test } from "./onefront.ts";
import { choose, send, walk } from "./walk.ts";

inEveryLanguage(() => {
  test("a question gets a reference and a promise", async ({ page, audit }) => {
    await walk(page, "/enquiry", "/check", {}, audit);
    await audit();
    await send(page);
    await expect(page.locator("#promise")).toBeVisible();
    await audit();
  });
});

test("a step that is left empty says what is missing, at the field", async ({ page, auditAll }) => {
  test.slow();
  await walk(page, "/enquiry", "/contact", {}, async () => {
    await page.locator("form#step .acts [value=next]").click();
    await expect(page.locator(".faults")).toBeVisible();
    await auditAll();
  });
  await page.locator("form#step .acts [value=next]").click();
  await expect(page.locator(".faults a")).toHaveAttribute("href", "#contact");
  await auditAll();
});

test("what is missing twice is said twice, each by its question", async ({ page, auditAll }) => {
  await walk(page, "/enquiry", "/details", { topic: "broadband-coverage" });
  await page.locator("form#step .acts [value=next]").click();
  await expect(page.locator(".faults a")).toHaveCount(2);
  // A form that is awake lists its faults by itself, without the page of the server.
  if (asleep()) await expect(page.locator(".faults a").last()).toContainText("installed?");
  await auditAll();
});

test("a matter of one's own is named in one's own words", async ({ page, auditAll }) => {
  await page.goto("/enquiry");
  await choose(page.locator("#topic-open"));
  await page.locator("form#step .acts [value=next]").click();
  await expect(page.locator(".faults a")).toHaveAttribute("href", "#about");
  await auditAll();
  await page.locator("#about").fill("A mast near the school");
  await page.locator("form#step .acts [value=next]").click();
  await expect(page).toHaveURL("/enquiry/details");
});

test("what is missing is named, linked to its field, and nothing typed is lost", async ({
  page,
  auditAll,
}) => {
  await walk(page, "/enquiry", "/contact");
  await choose(page.locator("input[name=contact][value=phone]"));
  await page.locator("#phone").fill("12");
  await page.locator("form#step .acts [value=next]").click();

  await expect(page).toHaveTitle(/^Error:/);
  const summary = page.locator('.faults');
  await expect(summary.getByRole("link").first()).toHaveAttribute("href", "#phone");
  await expect(page.locator("#phone")).toHaveValue("12");
  await expect(page.locator("input[name=contact][value=phone]")).toBeChecked();
  await auditAll();
});

test("another language keeps what is typed and not yet sent", async ({ page }) => {
  await walk(page, "/enquiry", "/details");
  await page.locator("#details").fill("Half a sen");
  await page.locator("button[value=lang-zh-Hant]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(page.locator("#details")).toHaveValue("Half a sen");
});

test("going back keeps every answer", async ({ page }) => {
  await walk(page, "/enquiry", "/contact", { details: "Why so slow?" });
  await page.locator("form#step [value=back]").click();
  await expect(page.locator("#details")).toHaveValue("Why so slow?");
});

test("the same form sent from two tabs is one case", async ({ page, context }) => {
  await walk(page, "/enquiry", "/check");
  const other = await context.newPage();
  await other.goto(page.url());
  const reference = await send(page);
  expect(await send(other)).toBe(reference);
  await expect(other.locator(".notice")).toBeVisible();
  await auditedAll(other);
});

test("what is typed after sending is offered as a message", async ({ page, auditAll }) => {
  await walk(page, "/enquiry", "/check");
  await page.goto("/enquiry/details");
  const other = await page.context().newPage();
  await other.goto("/enquiry/check");
  const reference = await send(other);
  await page.locator("#details").fill("And another thing.");
  await page.locator("form#step .acts [value=next]").click();
  await expect(page.locator(".notice #text")).toHaveValue("And another thing.");
  await auditAll();
  await page.locator(".notice form button").click();
  await expect(page).toHaveURL(new RegExp(`/track/${reference}`));
  await expect(page.locator(".entry-body", { hasText: "And another thing." })).toBeVisible();
});

test("markup in what a customer writes is text wherever it is shown again", async ({ page }) => {
  const hostile = '</textarea><script>window.owned = true</script><img src=x onerror=alert(1)>';
  await walk(page, "/enquiry", "/contact", { details: hostile });
  await page.locator("form#step [value=back]").click();
  await expect(page.locator("#details")).toHaveValue(hostile);
  await walk(page, "/enquiry/details", "/check", { details: hostile });
  await expect(page.getByText(hostile)).toBeVisible();
  await send(page);
  await expect(page.getByText(hostile)).toBeVisible();
});

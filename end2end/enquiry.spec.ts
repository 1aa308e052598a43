// Asking a question: there and back, put right, in another language, sent once.

import { expect, inEveryLanguage, test } from "./onefront.ts";
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

test("what is missing is named, linked to its field, and nothing typed is lost", async ({
  page,
  audit,
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
  await audit();
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

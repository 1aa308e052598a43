// Reporting a fault, from the first page to the case.

import { expect, test } from "./onefront.ts";
import { choose, goOn, send, walk } from "./walk.ts";

test("a fault becomes a case with a reference, a promise and a link of its own", async ({
  page,
  audit,
}) => {
  await walk(page, "/fault", "/check", {}, audit);
  await audit();
  const reference = await send(page);
  await audit();

  await expect(page.locator("time#promise")).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT/);
  await page.reload();
  await expect(page.locator("#reference")).toHaveText(reference);

  const link = (await page.locator("#secret-link").getAttribute("href")) ?? "";
  await page.context().clearCookies();
  await page.goto(link);
  await audit();
  await page.locator("main form button").click();
  await expect(page).toHaveURL(`/track/${reference}`);
  await expect(page.locator("#timeline")).toBeVisible();
  await audit();
});

test("a fault that mends itself on the way leaves no case", async ({ page, audit }) => {
  await walk(page, "/fault", "/symptom");
  await choose(page.locator("form#step input[type=radio]").first());
  await goOn(page);
  await page.locator("form#step [value=fixed]").click();
  await expect(page).toHaveURL("/fault/mended");
  await audit();
});

// Reporting a fault, from the first page to the case; and every symptom on the way there.

import { languages } from "./languages.mjs";
import { expect, test } from "./onefront.ts";
import { answer, choose, goOn, send, walk } from "./walk.ts";

const products = ["mobile", "broadband", "fixed-line", "tv", "leased-line"];

test("a fault becomes a case with a reference, a promise and a link of its own", async ({
  page,
  auditAll,
}) => {
  test.slow();
  await walk(page, "/fault", "/check", {}, auditAll);
  const reference = await send(page);

  await expect(page.locator("time#promise")).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT/);
  await page.reload();
  await expect(page.locator("#reference")).toHaveText(reference);

  const link = (await page.locator("#secret-link").getAttribute("href")) ?? "";
  await page.context().clearCookies();
  await page.goto(link);
  await auditAll();
  await page.locator("main form button").click();
  await expect(page).toHaveURL(`/track/${reference}`);
  await expect(page.locator("#timeline")).toBeVisible();
});

test("a fault that mends itself on the way leaves no case", async ({ page, auditAll }) => {
  await walk(page, "/fault", "/symptom");
  await choose(page.locator("form#step input[type=radio]").first());
  await goOn(page);
  await page.locator("form#step [value=fixed]").click();
  await expect(page).toHaveURL("/fault/mended");
  await auditAll();
});

test("every product can be reported", async ({ page }) => {
  await page.goto("/fault");
  const offered = page.locator("form#step input[name=product]");
  expect(await offered.evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value))).toEqual(
    products,
  );
});

// Each symptom has its own checks to try and its own questions; the languages take turns.
for (const [turn, product] of products.entries()) {
  const { tag, locale } = languages[turn % languages.length];
  test.describe(tag, () => {
    test.use({ locale });
    test(`every symptom of ${product} has steps that serve everybody`, async ({ page, audit }) => {
      test.setTimeout(120_000);
      await walk(page, "/fault", "/symptom", { product });
      const symptoms = page.locator("form#step input[name=symptom]");
      for (let at = 0; at < (await symptoms.count()); at += 1) {
        await choose(symptoms.nth(at));
        await goOn(page);
        while (!page.url().endsWith("/place")) {
          await audit();
          await answer(page, {});
          await goOn(page);
        }
        await page.goto("/fault/symptom");
      }
    });
  });
}

test("a step that is left empty says what is missing, at the field", async ({ page, auditAll }) => {
  test.setTimeout(120_000);
  await walk(page, "/fault", "/check", { product: "broadband" }, async (step) => {
    const next = page.locator("form#step .acts [value=next]");
    const optional = step.startsWith("try") || step === "known";
    if (optional || (await page.locator("form#step input[type=hidden][name=incident]").count())) return;
    await next.click();
    await expect(page.locator(".faults")).toBeVisible();
    const field = await page.locator(".faults a").first().getAttribute("href");
    await expect(page.locator(`${field}`)).toBeVisible();
    await auditAll();
  });
});

test("leaving nothing here erases what was typed", async ({ page, auditAll }) => {
  await walk(page, "/fault", "/place");
  await page.goto("/fault");
  await auditAll();
  await page.goto("/fault/place");
  await page.locator("form#step [value=forget]").click();
  await expect(page).toHaveURL("/forgotten");
  await page.goto("/fault");
  await expect(page.locator("form#step input[name=product]:checked")).toHaveCount(0);
  expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain("visitor");
});

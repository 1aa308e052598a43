// Pages that are not what was hoped for still help.

import { asleep } from "./axe.ts";
import { expect, inEveryLanguage, test } from "./onefront.ts";
import { walk } from "./walk.ts";

inEveryLanguage(() => {
  for (const path of ["/nothing-here", "/enquiry/no-such-step", "/track/7K4M-9QXT-2R-H"]) {
    test(`${path} is not found, and says where to go on`, async ({ page, audit }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.locator("main a").first()).toBeVisible();
      await audit();
    });
  }
});

test("when something cannot be done, the page says whose trouble it is", async ({
  page,
  auditAll,
}) => {
  for (const [path, status] of [
    ["/sorry/unavailable", 503],
    ["/sorry/too-many", 429],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    await expect(page.locator("main a[href='/help']")).toBeVisible();
    await auditAll();
  }
});

test.describe("more than can be taken", () => {
  test.use({ expected: [/status (of )?413/] });

  test("is refused in a way that helps", async ({ page, audit }) => {
    await walk(page, "/enquiry", "/details");
    // Where nothing has to be laid out, or Chromium is busy with it for seconds.
    const hidden = page.locator("form#step input[name=key]");
    await hidden.evaluate((it) => ((it as HTMLInputElement).value = "x".repeat(600_000)));
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.locator("form#step .acts [value=next]").click(),
    ]);
    expect(answer.status()).toBe(413);
    // A page that says so; a form that is awake stays, and says that it was not sent.
    const help = asleep() ? "main a[href='/help']" : "[data-trouble]:visible";
    await expect(page.locator(help)).toBeVisible();
    await audit();
  });
});

test("every page has the same help in the same place", async ({ page }) => {
  for (const path of ["/", "/help", "/fault", "/staff/sign-in", "/nothing-here"]) {
    await page.goto(path);
    await expect(page.locator("footer a[href^='tel:']")).toBeVisible();
    await expect(page.locator("footer a[href='/help']")).toBeVisible();
  }
});

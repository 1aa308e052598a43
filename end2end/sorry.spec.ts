// Pages that are not what was hoped for still help.

import { expect, inEveryLanguage, test } from "./onefront.ts";

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

test("every page has the same help in the same place", async ({ page }) => {
  for (const path of ["/", "/help", "/nothing-here"]) {
    await page.goto(path);
    await expect(page.locator("footer a[href='/help']")).toBeVisible();
  }
});

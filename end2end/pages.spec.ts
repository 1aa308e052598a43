// Every page that has an address of its own: opens, speaks the customer's language, and owes
// nobody anything (see audit.ts).

import { expect, inEveryLanguage, test } from "./onefront.ts";
import { customerPages } from "./pages.mjs";

inEveryLanguage((tag) => {
  for (const path of customerPages) {
    test(`${path} is there for everybody`, async ({ page, audit }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      await expect(page.locator("h1")).toHaveCount(1);
      await audit();
    });
  }
});

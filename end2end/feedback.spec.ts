// The short walk-up survey.

import { expect, test } from "./onefront.ts";
import { walk } from "./walk.ts";

for (const rating of ["1", "5"]) {
  test(`a rating of ${rating} is taken with thanks`, async ({ page, audit }) => {
    await walk(page, "/feedback", "/thanks", { rating }, audit);
    await expect(page.locator("h1")).toBeVisible();
    await audit();
  });
}

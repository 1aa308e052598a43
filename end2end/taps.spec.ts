// What was pressed on the faces by the doors, at the desk.

import { auditedAll, expect, test } from "./onefront.ts";

test("what was pressed by the doors stands by shop, by day and with its reasons", async ({ staff }) => {
  test.slow();
  await staff.goto("/desk/taps");
  const first = staff.locator("tbody tr").first();
  await expect(first).toBeVisible();
  await auditedAll(staff);
  // The numbers of a row add up to what it says it rests on.
  const numbers = (await first.locator("td").allInnerTexts()).map(Number);
  const [answers, ...counts] = numbers;
  expect(answers).toBe(counts.slice(0, -1).reduce((sum, count) => sum + count, 0));
  await first.locator("a").click();
  await expect(staff.locator("tbody th").first()).toHaveText(/^\d{4}-\d\d-\d\d$/);
  await auditedAll(staff);
  await staff.locator('.pager a[rel="next"]').click();
  await expect(staff.locator("main h1")).toBeVisible();
  await auditedAll(staff);
});

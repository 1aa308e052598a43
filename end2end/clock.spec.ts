// Time and promises at the desk: pausing, going on, what waits for somebody, and the levels.

import { act, comesUp, does } from "./desk.ts";
import { audited, auditedAll, expect, test } from "./onefront.ts";
import { send, walk } from "./walk.ts";

test("a part is paused for a reason the customer reads, and goes on", async ({ page, staff, audit }) => {
  test.slow();
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  await does(staff, "accept");
  await does(staff, "pause");
  await expect(act(staff, "go-on")).toBeVisible();
  await auditedAll(staff);
  await page.goto(`/track/${reference}`);
  await expect(page.getByText("Paused for now")).toBeVisible();
  await audit();
  await does(staff, "go-on");
  await does(staff, "promise", "The part comes by ship.");
  await expect(staff.locator(".faults a")).toHaveAttribute("href", "#promise-when");
  await auditedAll(staff);
  await act(staff, "promise").locator("[name=when]").fill("2036-12-24T18:00");
  await does(staff, "promise", "The part comes by ship.");
  await page.reload();
  // It stands in the timeline; the history of promises is folded.
  await expect(page.locator(".entry-body", { hasText: "The part comes by ship." })).toBeVisible();
});

test("what waits for somebody and the units below them are lists to work from", async ({ staff }) => {
  test.slow();
  await staff.goto("/desk/mine");
  await expect(staff.locator("main h1")).toBeVisible();
  await audited(staff);
  await staff.goto("/desk/levels");
  await auditedAll(staff);
  await staff.locator("tbody a").first().click();
  await expect(staff.locator("tbody a").first()).toBeVisible();
  await auditedAll(staff);
});

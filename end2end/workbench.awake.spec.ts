// What the desk's script adds: keys, and news as they come.

import { comesUp, does, openCase, signIn } from "./desk.ts";
import { expect, test } from "./onefront.ts";
import { send, walk } from "./walk.ts";

test("keys lead through the desk, and never while somebody types", async ({ staff }) => {
  await staff.goto("/desk");
  await expect(staff.locator("html[data-desk]")).toHaveCount(1);
  await staff.keyboard.press("j");
  await expect(staff.locator("tbody tr").first().locator("a")).toBeFocused();
  await staff.keyboard.press("j");
  await expect(staff.locator("tbody tr").nth(1).locator("a")).toBeFocused();
  await staff.keyboard.press("o");
  await staff.waitForURL("**/desk/case/*");
  await staff.keyboard.press("n");
  await expect(staff.locator("#note")).toBeFocused();
  await staff.keyboard.type("j/?k");
  await expect(staff.locator("#note")).toHaveValue("j/?k");
  await staff.locator("h1").click();
  await staff.keyboard.press("?");
  await expect(staff.locator("#keys[open]")).toBeVisible();
  await staff.locator("#keys-off").check();
  await staff.keyboard.press("/");
  await expect(staff).toHaveURL(/desk\/case/);
  await staff.locator("#keys-off").uncheck();
});

test("every open tab shows what a colleague did", async ({ browser, page, staff }) => {
  test.slow();
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  const beside = await staff.context().newPage();
  await openCase(beside, reference);
  await expect(beside.locator("html[data-desk]")).toHaveCount(1);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "manager");
  await openCase(other, reference);
  // The stream begins with what is there; only what comes after it is news.
  await expect(async () => {
    await does(other, "note", "Seen by everybody.");
    for (const tab of [staff, beside]) {
      await expect(tab.getByText("Seen by everybody.").first()).toBeVisible({ timeout: 3000 });
    }
  }).toPass({ timeout: 20_000 });
  await other.context().close();
  await beside.close();
});

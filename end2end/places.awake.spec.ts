// Finding a district by typing.

import { expect, test } from "./onefront.ts";
import { walk } from "./walk.ts";

test.beforeEach(async ({ page }) => {
  await walk(page, "/fault", "/place");
  await expect(page.locator("html[data-awake]")).toBeAttached();
});

for (const [how, typed] of [
  ["its pinyin's initials", "dh"],
  ["its name in Chinese", "东湖"],
  ["its name in traditional characters", "東湖區"],
  ["its English name", "Dongh"],
]) {
  test(`a district is found by ${how}`, async ({ page, audit }) => {
    const finder = page.getByRole("combobox", { name: "Find your district" });
    await finder.pressSequentially(typed);
    await expect(page.locator("#finder-found [role=option]")).toHaveCount(1);
    await audit();
    await finder.press("Enter");
    await expect(page.locator("#place")).toHaveValue("lancheng-donghu");
    await expect(page.locator(".finder [role=status]")).toContainText("Donghu");
    await expect(page.locator("#finder-found")).toBeHidden();
    await page.locator("form#step .acts [value=next]").click();
    await expect(page).not.toHaveURL(/place/);
  });
}

test("the arrows walk the list, and a tap chooses as well", async ({ page }) => {
  const finder = page.getByRole("combobox", { name: "Find your district" });
  await finder.pressSequentially("cl");
  const options = page.locator("#finder-found [role=option]");
  await expect(options).toHaveCount(2);
  await finder.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(finder).toHaveAttribute("aria-activedescendant", "finder-1");
  await finder.press("Escape");
  await expect(page.locator("#finder-found")).toBeHidden();
  await finder.press("ArrowDown");
  await options.nth(0).click();
  await expect(page.locator("#place")).toHaveValue("yunlu-chaling");
});

test("nothing like it says so, and the list is still there", async ({ page }) => {
  await page.getByRole("combobox", { name: "Find your district" }).fill("Atlantis");
  await expect(page.locator(".finder [role=status]")).toContainText("Nothing like that");
  await page.locator("#place").selectOption("wangjin-binhe");
  await page.locator("form#step .acts [value=next]").click();
  await expect(page).not.toHaveURL(/place/);
});

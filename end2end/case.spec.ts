// A case from the receipt to its end, as the customer sees it, while the desk works on it.

import { act, comesUp, does, finishCase } from "./desk.ts";
import { expect, test } from "./onefront.ts";
import { choose, goOn, send, walk } from "./walk.ts";

test("a case is shown in every state on its way to its end", async ({ page, staff, auditAll }) => {
  test.setTimeout(240_000);
  await walk(page, "/fault", "/check", { product: "tv", contact: "none" });
  await auditAll();
  const reference = await send(page);
  await auditAll();

  await test.step("received", async () => {
    await page.locator("main a[href^='/track/']").click();
    await expect(page.locator("#timeline")).toBeVisible();
    await auditAll();
    await page.locator("form[action='/api/track/write'] button").click();
    await expect(page.locator(".faults a")).toHaveAttribute("href", "#text");
    await auditAll();
    await page.locator("#text").fill("It flickers as well.");
    await page.locator("form[action='/api/track/write'] button").click();
    await expect(page.locator(".entry-body")).toHaveText("It flickers as well.");
    await auditAll();
  });

  await test.step("in progress", async () => {
    await comesUp(staff, reference, "accept");
    await does(staff, "accept");
    await page.goto(`/track/${reference}`);
    await auditAll();
  });

  await test.step("done, and the customer says: still not fixed", async () => {
    await finishCase(staff, reference, "We have changed the box.");
    await page.reload();
    await expect(page.getByText("We have changed the box.").first()).toBeVisible();
    await auditAll();
    await page.locator("[formaction='/api/track/reopen']").click();
    await expect(page.locator("[formaction]")).toHaveCount(0);
    await auditAll();
  });

  await test.step("done again, and fixed: the closing survey is asked", async () => {
    await finishCase(staff, reference, "Now the cable as well.");
    await page.goto(`/track/${reference}`);
    await page.locator("[formaction='/api/track/confirm']").click();
    await expect(page).toHaveURL(`/feedback/about/${reference}`);
    await auditAll();
    await choose(page.locator("input[name=rating][value='2']"));
    await goOn(page);
    await auditAll();
    await goOn(page);
    await auditAll();
    await page.locator("form#step .acts [value=next]").click();
    await expect(page).toHaveURL(/\/thanks$/);
  });

  await test.step("closed, and opened again", async () => {
    await page.goto(`/track/${reference}`);
    await auditAll();
    await page.locator("form[action='/api/track/reopen'] button").click();
    await expect(page.locator("form[action='/api/track/write']")).toBeVisible();
    await staff.goto(`/desk/case/${reference}`);
    await expect(act(staff, "accept")).toHaveCount(1);
  });
});

test("reference and contact show where it stands, and no more", async ({ page, auditAll }) => {
  test.slow();
  await walk(page, "/enquiry", "/check", { contact: "phone", phone: "138 0013 8000" });
  const reference = await send(page);
  await page.context().clearCookies();

  await page.goto(`/track/${reference}`);
  await expect(page.locator("main a[href='/track']")).toBeVisible();
  await auditAll();
  await page.locator("main a[href='/track']").click();
  const look = async (contact: string) => {
    await page.locator("#reference").fill(reference.toLowerCase());
    await page.locator("#contact").fill(contact);
    await page.locator("main form .acts .button").click();
  };
  await look("");
  await expect(page.locator(".faults")).toBeVisible();
  await auditAll();
  await look("139 0013 9000");
  await expect(page.locator(".faults")).toContainText("belong together");
  await auditAll();
  await look("+86 13800138000");
  await expect(page.locator("#reference")).toHaveText(reference);
  await expect(page.locator("#timeline")).toHaveCount(0);
  await auditAll();
});

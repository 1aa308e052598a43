// A picture or a PDF beside a message: sent by the customer and by the desk, saved by either, and
// refused in words that keep what was typed.

import type { Page } from "@playwright/test";
import { act, does, openCase } from "./desk.ts";
import { audited, expect, test } from "./onefront.ts";
import { send, walk } from "./walk.ts";

const picture = {
  name: "light.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};
const pdf = {
  name: "bill.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
};
const text = { name: "light.png", mimeType: "image/png", buffer: Buffer.from("no picture") };

async function saved(page: Page) {
  const link = page.locator("a.file").first();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return download.suggestedFilename();
}

test("a file goes each way, and is only ever saved", async ({ page, staff, auditAll }) => {
  test.setTimeout(120_000);
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await page.goto(`/track/${reference}`);
  await auditAll();
  const write = page.locator("form#step .acts button");

  await test.step("what is no picture is refused beside its field", async () => {
    await page.locator("#text").fill("The light is red.");
    await page.locator("#file").setInputFiles(text);
    await write.click();
    await expect(page.locator(".faults a")).toHaveAttribute("href", "#file");
    await expect(page.locator("#text")).toHaveValue("The light is red.");
    await audited(page);
  });

  await test.step("a picture goes with the message", async () => {
    await page.locator("#file").setInputFiles(picture);
    await write.click();
    await expect(page.locator(".entry-body").first()).toHaveText("The light is red.");
    await expect(page.locator("#text")).toHaveValue("");
    await expect(page.locator("a.file")).toHaveCount(1);
    expect(await saved(page)).toMatch(/^[0-9A-Z-]+-[a-z0-9]{4}\.png$/);
    await auditAll();
  });

  await test.step("the desk sees it, and answers with a file of its own", async () => {
    await openCase(staff, reference);
    expect(await saved(staff)).toMatch(/\.png$/);
    await act(staff, "note").locator("[type=file]").setInputFiles(text);
    await does(staff, "note", "For us.");
    await expect(staff.locator(".faults a")).toHaveAttribute("href", "#note-file");
    await audited(staff);
    await act(staff, "note").locator("[type=file]").setInputFiles(pdf);
    await does(staff, "note", "For us.");
    await act(staff, "reply").locator("[type=file]").setInputFiles(pdf);
    await does(staff, "reply", "Here is your bill.");
    await expect(staff.locator("a.file")).toHaveCount(3);
    await audited(staff);
  });

  await page.reload();
  await expect(page.locator("a.file")).toHaveCount(2);
  expect(await saved(page)).toMatch(/\.pdf$/);
});

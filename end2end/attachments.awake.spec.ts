// A file beside a message when the page sends it itself. What happens asleep is in attachments.spec.ts.

import { expect, test } from "./onefront.ts";
import { send, walk } from "./walk.ts";

test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

test("a refusal and a dead connection cost neither the words nor the file", async ({
  page,
  context,
}) => {
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await page.goto(`/track/${reference}`);
  await expect(page.locator("html[data-awake]")).toBeAttached();
  const [file, text] = [page.locator("#file"), page.locator("#text")];
  const chosen = () => file.evaluate((it: HTMLInputElement) => it.files?.length);
  const write = page.locator("form#step .acts button");

  await text.fill("The light is red.");
  await file.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("no") });
  await write.click();
  await expect(page.locator(".faults a")).toHaveAttribute("href", "#file");
  await expect(file).toHaveAccessibleDescription(/neither a picture/);
  await expect(page).toHaveURL(`/track/${reference}`);
  expect(await chosen()).toBe(1);

  const pdf = Buffer.from("%PDF-1.4\n%%EOF\n");
  await file.setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: pdf });
  await context.setOffline(true);
  await write.click();
  const notice = page.locator("[data-trouble=offline]");
  await expect(notice).toBeFocused();
  await expect(text).toHaveValue("The light is red.");
  expect(await chosen()).toBe(1);
  await context.setOffline(false);
  await notice.getByRole("button").click();
  await expect(page.locator("a.file")).toHaveCount(1);
  await expect(page.locator(".entry-body")).toHaveText("The light is red.");
  await expect(text).toHaveValue("");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

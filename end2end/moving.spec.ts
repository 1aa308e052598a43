// A journey that was begun at a kiosk goes on on a phone: what the phone sees of it. The kiosk is a
// device that only calls; what its screen shows is in kiosk/moving.awake.spec.ts.

import type { Browser, Page } from "@playwright/test";
import { auditedAll, expect, test } from "./onefront.ts";

/** A browser without scripts that is a paired kiosk. */
async function paired(browser: Browser, staff: Page, url: string) {
  const device = await browser.newContext({ javaScriptEnabled: false, baseURL: url });
  const page = await device.newPage();
  await page.goto("/kiosk");
  await page.locator('form[action="/api/kiosk/code"] button').click();
  const code = (await page.locator("#pairing-code").innerText()).trim();
  await staff.goto("/desk/kiosks");
  await staff.locator("#code").fill(code);
  await staff.locator("#shop").selectOption({ index: 1 });
  await staff.locator("#name").fill("by the door");
  await staff.locator('form[action="/api/fleet/claim"] button').click();
  await expect(staff.locator(".notice.good")).toBeVisible();
  await page.locator('form[action="/api/kiosk/pair"] button').first().click();
  return device;
}

const key = () => Array.from({ length: 26 }, () => "abcdefghij"[Math.floor(Math.random() * 10)]).join("");

test("goes on at the very step, once, and asks before anything is lost", async ({ page, staff, browser, server, auditAll }) => {
  test.slow();
  const device = await paired(browser, staff, server.url);
  const call = async (verb: string, data: unknown) => {
    const answer = await device.request.post(`/api/kiosk/${verb}`, { headers: { origin: server.url }, data });
    expect(answer.status()).toBe(200);
    return answer.json();
  };
  const begun = (details: string) => ({
    room: "enquiry",
    key: key(),
    sheet: { topic: "broadband-installation", details, contact: "phone", phone: "138 00" },
    seen: ["topic", "details"],
    step: "contact",
    lang: "en",
  });
  const first = begun("Where is my router?");
  const { show } = await call("move-offer", { offered: first });

  await page.goto(show);
  await auditAll();
  await expect(page.locator("main")).not.toContainText("router");
  expect(await call("move-stands", { key: first.key })).toBe("waiting");
  await page.locator("main form button").click();
  await expect(page).toHaveURL(/\/enquiry\/contact$/);
  await expect(page.locator("#phone")).toHaveValue("138 00");
  expect(await call("move-stands", { key: first.key })).toBe("moved");
  await page.goto("/enquiry/details");
  await expect(page.locator("#details")).toHaveValue("Where is my router?");

  // The code again: it worked once.
  await page.goto(show);
  await page.locator("main form button").click();
  await expect(page).toHaveURL(/\/m$/);
  await auditAll();

  // Another journey, while the first is unfinished on the phone.
  const second = begun("And my parcel?");
  const another = await call("move-offer", { offered: second });
  await page.goto(another.show);
  await page.locator("main form button").click();
  await expect(page).toHaveURL(/\?asked=enquiry$/);
  await auditedAll(page);
  await expect(page.locator('main a[href="/enquiry"]')).toBeVisible();
  await page.locator('main button[value="replace"]').click();
  await expect(page).toHaveURL(/\/enquiry\/contact$/);
  await page.goto("/enquiry/details");
  await expect(page.locator("#details")).toHaveValue("And my parcel?");
  await device.close();
});

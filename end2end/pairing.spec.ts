// A device becomes a kiosk: it shows a code, staff claim it at the desk, and it is one until staff say
// otherwise. In a house of its own, as kiosks are seen by everybody who looks after any.

import { audited, auditedAll, expect, house, test as base } from "./onefront.ts";

const test = base.extend({ server: house() });

test("a device is paired, set, told of and ended", async ({ page, staff, browser }) => {
  test.slow();
  await page.goto("/kiosk");
  await auditedAll(page);
  await page.locator("form[action='/api/kiosk/code'] button").click();
  const code = (await page.locator("#pairing-code").textContent())?.trim() ?? "";
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  await auditedAll(page);
  await page.locator("form[action='/api/kiosk/pair'] button").click();
  await expect(page).toHaveURL("/kiosk?not-yet");
  await expect(page.locator("#pairing-code")).toContainText(code);
  await audited(page);

  await staff.goto("/desk/kiosks");
  await auditedAll(staff);
  await staff.locator("#code").fill("7KX9");
  await staff.locator("form[action='/api/fleet/claim'] button").click();
  await expect(staff.locator(".faults a").first()).toHaveAttribute("href", "#code");
  await expect(staff.locator("#code")).toHaveValue("7KX9");
  await auditedAll(staff);
  await staff.locator("#code").fill(code.toLowerCase());
  await staff.locator("#shop").selectOption("lancheng-donghu");
  await staff.locator("#name").fill("门口");
  await staff.locator("form[action='/api/fleet/claim'] button").click();
  await expect(staff.locator(".notice.good")).toBeVisible();
  await auditedAll(staff);

  await page.goto("/kiosk");
  await expect(page.locator(".notice.good")).toContainText("门口");
  await auditedAll(page);
  // A paired device in a context of its own: what is watched here is a page for people.
  const kiosk = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const device = await kiosk.newPage();
  await device.goto(new URL("/kiosk", page.url()).href);
  await device.locator("form[action='/api/kiosk/pair'] button").click();
  await expect(device.locator("#kiosk")).toContainText("Out of order");
  await device.goto(new URL("/desk", page.url()).href);
  await expect(device).toHaveURL(/\/kiosk$/);
  const cookies = await kiosk.cookies();
  expect(cookies.find(({ name }) => name === "kiosk")?.httpOnly).toBe(true);

  const beat = await kiosk.request.post(new URL("/api/kiosk/heartbeat", page.url()).href, {
    headers: { origin: new URL(page.url()).origin },
    data: { beat: { page: "a".repeat(26), build: "0.1.0", queue: 2, oldest: 700, refused: 1, at: Date.now() * 1000 } },
  });
  expect(beat.status()).toBe(200);
  await staff.goto("/desk/kiosks");
  await auditedAll(staff);
  await staff.locator("tbody a").click();
  await auditedAll(staff);
  await staff.locator("#idle").fill("5");
  await staff.locator("form[action='/api/fleet/set'] button").click();
  await expect(staff.locator(".faults a")).toHaveAttribute("href", "#idle");
  await audited(staff);
  await staff.locator("#idle").fill("90");
  await staff.locator("form[action='/api/fleet/set'] button").click();
  await expect(staff.locator(".notice.good")).toBeVisible();
  await expect(staff.locator("#idle")).toHaveValue("90");
  await staff.locator("form[action='/api/fleet/know'] button").first().click();
  await expect(staff.locator("form[action='/api/fleet/know']")).toHaveCount(0);
  await staff.locator("#revoke summary").click();
  await audited(staff);
  await staff.locator("form[action='/api/fleet/revoke'] button").click();
  await expect(staff.locator(".notice.good")).toBeVisible();
  await auditedAll(staff);

  await device.goto(new URL("/kiosk", page.url()).href);
  await expect(device.locator("form[action='/api/kiosk/code'] button")).toBeVisible();
  await kiosk.close();
});

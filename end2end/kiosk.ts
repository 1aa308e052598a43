// A paired kiosk as a device of its own: a panel of 1080 by 1920 pixels, touched and never hovered.

import { type Browser, type BrowserContext, type Page, expect } from "@playwright/test";

/** The panel that the design is measured on: 21.5 inches, upright. */
export const panel = { width: 1080, height: 1920 };

/** Millimetres a pixel. */
export const millimetres = 0.248;

/** A browser profile of a kiosk that is not paired yet. */
export function device(browser: Browser, options = {}) {
  return browser.newContext({ viewport: panel, screen: panel, hasTouch: true, ...options });
}

/** Pairs a device: its code is claimed for a shop by somebody at the desk. */
export async function pair(kiosk: Page, staff: Page, name: string) {
  await kiosk.goto("/kiosk");
  await kiosk.locator('form[action="/api/kiosk/code"] button').click();
  const code = (await kiosk.locator("#pairing-code").innerText()).trim();
  await staff.goto("/desk/kiosks");
  const claim = staff.locator('form[action="/api/fleet/claim"]');
  await claim.locator('[name="code"]').fill(code);
  await claim.locator('[name="name"]').fill(name);
  await claim.locator('select[name="shop"]').selectOption({ index: 1 });
  await claim.locator("button").click();
  await kiosk.locator('form[action="/api/kiosk/pair"] button').first().click();
  await ready(kiosk);
}

/** The kiosk runs and nobody is there. */
export async function ready(kiosk: Page) {
  await expect(kiosk.locator(".kiosk-attract")).toBeVisible({ timeout: 15_000 });
}

/** A new customer begins in a language. */
export async function begin(kiosk: Page, lang = "en") {
  await kiosk.locator(`.kiosk-way[lang="${lang}"]`).tap();
  await expect(kiosk.locator(".kiosk-cards")).toBeVisible();
}

/** Takes a choice and goes on. */
export async function choose(kiosk: Page, name: string, value?: string) {
  const choice = value ? `[name="${name}"][value="${value}"]` : `[name="${name}"]`;
  await kiosk.locator(`input${choice}`).first().tap();
  await onward(kiosk);
}

/** Presses the step's main button. */
export async function onward(kiosk: Page) {
  await kiosk.locator('#step .acts button[value="next"]').tap();
}

/** Everything of a profile that the next customer could come by. */
export async function remembered(context: BrowserContext) {
  return JSON.stringify(await context.storageState({ indexedDB: true }));
}

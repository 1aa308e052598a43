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

/** Begins one of the journeys of the menu, counted from its top. */
export async function enter(kiosk: Page, journey: "fault" | "enquiry" | "look" | "survey") {
  const at = ["fault", "enquiry", "look", "survey"].indexOf(journey);
  await kiosk.locator(".kiosk-card").nth(at).tap();
  await expect(kiosk.locator("#step")).toBeVisible();
}

/** Takes a choice, by touching its card; the first without a value. */
export async function choose(kiosk: Page, name: string, value?: string) {
  const which = value === undefined ? "" : `[value="${value}"]`;
  const radio = kiosk.locator(`#step input[name="${name}"]${which}`).first();
  await kiosk.locator(`label[for="${await radio.getAttribute("id")}"]`).tap();
  await expect(radio).toBeChecked();
}

/** Which step is open. */
export function step(kiosk: Page) {
  return kiosk.locator('#step input[name="step"]').inputValue();
}

/** Answers whatever the open step asks; `typed` says what is written into a field. */
export async function answer(kiosk: Page, typed: (field: string) => string | undefined) {
  const folded = kiosk.locator("#step details:not([open]) > summary");
  const radios = kiosk.locator('#step input[type="radio"]');
  if ((await radios.count()) && !(await radios.first().isVisible())) await folded.first().tap();
  const groups = await radios.evaluateAll((all) => [
    ...new Set(all.map((radio) => (radio as HTMLInputElement).name)),
  ]);
  for (const name of groups) {
    const phone = await kiosk.locator(`#step input[name="${name}"][value="phone"]`).count();
    await choose(kiosk, name, phone ? "phone" : undefined);
  }
  const fields = kiosk.locator("#step input.input, #step textarea");
  for (const field of await fields.all()) {
    const text = typed((await field.getAttribute("id")) ?? "");
    if (text !== undefined && (await field.isVisible())) await field.fill(text);
  }
}

/** Goes on: by the step's main button, or by the answer that leads to the next step. */
export async function onward(kiosk: Page) {
  const before = await step(kiosk);
  const main = kiosk.locator('#step .acts button[value="next"], #step .acts button[value="not-fixed"]');
  await main.first().tap();
  await expect(kiosk.locator(`#step input[name="step"][value="${before}"]`)).toHaveCount(0);
}

/** Answers a journey to its end, and sends it. */
export async function walk(kiosk: Page, typed: (field: string) => string | undefined) {
  for (let steps = 0; steps < 20 && (await kiosk.locator("#step").count()); steps += 1) {
    if ((await step(kiosk)) !== "check") await answer(kiosk, typed);
    await onward(kiosk);
  }
}

/** The way out that stands on each screen, and the answer that keeps nothing. */
export async function finish(kiosk: Page) {
  await kiosk.locator(".kiosk-finish").tap();
  await kiosk.locator(".kiosk-stage .acts .button:not(.second)").tap();
  await ready(kiosk);
}

/** What somebody would type who has nothing to hide. */
export function plainly(field: string) {
  const said: Record<string, string> = {
    details: "When is my bill due?",
    line: "02083001234",
    phone: "138 0013 8000",
    contact: "138 0013 8000",
  };
  return said[field];
}

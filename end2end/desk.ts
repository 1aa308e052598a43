// What staff do at the desk, by the buttons they have. Buttons are known by where they send their
// form, so the same acts work in every language.

import { expect, type Page } from "@playwright/test";

/** Signs in with one of the demo accounts. */
export async function signIn(page: Page, login: string) {
  await page.goto("/staff/sign-in");
  await page.locator("#login").fill(login);
  await page.locator("#password").fill("farbridge-demo");
  await page.locator("main form .button").click();
  await page.waitForURL("**/desk");
}

/** The form of an act; of several the first. */
export function act(page: Page, name: string) {
  return page.locator(`form[action="/api/desk/${name}"]`).first();
}

/** Writes into the form of an act what it asks for, and sends it. */
export async function does(page: Page, name: string, text?: string) {
  const form = act(page, name);
  const folded = page.locator("details:not([open])", { has: form }).locator("summary");
  if (await folded.count()) await folded.first().click();
  if (text !== undefined) await form.locator("textarea").fill(text);
  await form.locator("button").first().click();
  await page.waitForURL(/[?&](did|mend|late|when)/);
}

/** Opens a case that has reached the desk. */
export async function openCase(page: Page, reference: string) {
  await expect(async () => {
    const answer = await page.goto(`/desk/case/${reference}`);
    expect(answer?.status()).toBe(200);
  }).toPass({ timeout: 15_000 });
}

/** Waits until the desk may do something with a case: parts come one after the other. */
export async function comesUp(page: Page, reference: string, name: string) {
  await expect(async () => {
    await openCase(page, reference);
    await expect(act(page, name)).toHaveCount(1, { timeout: 100 });
  }).toPass({ timeout: 15_000 });
}

/** Does part after part until the customer is asked whether it is fixed. */
export async function finishCase(page: Page, reference: string, text: string) {
  await openCase(page, reference);
  const parts = await page.locator(".legs:not(.past) > li:not(:has(.state.good))").count();
  for (let part = 0; part < parts; part += 1) {
    if ((await act(page, "finish").count()) === 0) {
      await comesUp(page, reference, "accept");
      await does(page, "accept");
    }
    await does(page, "finish", text);
  }
}

// What is sent at a kiosk, with and without its network: on the device before anybody is told, and one
// case however often it had to be sent.

import type { Page } from "@playwright/test";
import { begin, enter, finish, onward, step } from "../kiosk.ts";
import { expect, test } from "./paired.ts";

/** An enquiry as far as its last page. */
async function enquire(kiosk: Page, details: string) {
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  const typed: Record<string, string> = { details, phone: "138 0013 8000" };
  while ((await step(kiosk)) !== "check") {
    // Of each question the first answer; to be reached, by phone.
    await kiosk.locator("#step").evaluate((form) => {
      const radios = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];
      const first = new Map(radios.map((radio) => [radio.name, radio]).reverse() as [string, HTMLInputElement][]);
      for (const radio of first.values()) radio.click();
    });
    for (const [id, text] of Object.entries(typed)) {
      const field = kiosk.locator(`#step #${id}:is(textarea, input.input)`);
      if (await field.count()) await field.fill(text);
    }
    await onward(kiosk);
  }
}

const send = (kiosk: Page) => kiosk.locator('#step button[value="next"]').last().tap();
const told = (kiosk: Page) => kiosk.locator(".kiosk-stage h1");

/** The worker has what a page without a network needs. */
async function kept(kiosk: Page) {
  const parts = () => kiosk.evaluate(async () => !!(await (await caches.open("kiosk-1")).match("/kiosk/parts")));
  await expect.poll(parts, { timeout: 15_000 }).toBe(true);
}

test("what the server has is called received, with a promise", async ({ kiosk, page }) => {
  await enquire(kiosk, "Is the shop open on Sunday?");
  await send(kiosk);
  await expect(kiosk.locator("#reference")).toBeVisible({ timeout: 10_000 });
  await expect(told(kiosk)).toHaveText("We have received it");
  await expect(kiosk.locator("#promise")).toBeVisible();
  // Text and a code: a kiosk opens no link.
  const link = kiosk.locator("#secret-link");
  await expect(link.locator("a")).toHaveCount(0);
  await page.goto(new URL(await link.innerText()).pathname);
  await page.locator("main form button").first().click();
  await expect(page.locator("main")).toContainText("Is the shop open on Sunday?");
});

test("without a network it is saved and called so, and is one case once the network is back", async ({
  kiosk,
}) => {
  test.slow();
  await kept(kiosk);
  await enquire(kiosk, "Sent without a network.");
  await kiosk.context().setOffline(true);
  await send(kiosk);
  await expect(kiosk.locator("#reference")).toBeVisible({ timeout: 15_000 });
  await expect(told(kiosk)).toHaveText("Saved on this kiosk, not sent yet");
  await expect(kiosk.locator("#promise")).toHaveCount(0);
  const reference = await kiosk.locator("#reference").innerText();
  await finish(kiosk);
  // The next customer finds the kiosk open, and nothing of the one before.
  await expect(kiosk.locator("body")).not.toContainText(reference);
  const sent = kiosk.waitForResponse("**/api/kiosk/deposit");
  await kiosk.context().setOffline(false);
  const [outcome] = await (await sent).json();
  expect(outcome.case).toMatchObject({ reference, again: false });
});

test("an answer that was lost after the server had stored makes no second case", async ({ kiosk }) => {
  test.slow();
  let lost = 0;
  await kiosk.context().route("**/api/kiosk/deposit", async (route) => {
    if (lost) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await enquire(kiosk, "Answered into the void.");
  await send(kiosk);
  const again = await kiosk.waitForResponse("**/api/kiosk/deposit", { timeout: 20_000 });
  const [outcome] = await again.json();
  expect(outcome.case.again).toBe(true);
  await expect(kiosk.locator("#reference")).toHaveText(outcome.case.reference);
});

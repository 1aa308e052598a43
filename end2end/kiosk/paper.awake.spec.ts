// The receipt on paper. Whether any came no page can know: the customer is asked, the number is valid
// without, and what is printed is the customer's alone.

import type { Page } from "@playwright/test";
import { axeFindings } from "../axe.ts";
import { begin, device, enter, finish, plainly, walk } from "../kiosk.ts";
import { expect, test } from "./own.ts";
import { pairedAndSet } from "./settings.ts";

/** How often this page has printed. */
const printed = (kiosk: Page) => kiosk.evaluate(() => Number(document.documentElement.dataset.printed ?? 0));

test("paper is offered, asked after and never needed, and has nothing on it but the customer's own", async ({
  browser,
  baseURL,
  staff,
}) => {
  test.slow();
  const kiosk = await (await device(browser, { baseURL })).newPage();
  await kiosk.addInitScript(() => {
    window.print = () => {
      const { dataset } = document.documentElement;
      dataset.printed = String(Number(dataset.printed ?? 0) + 1);
    };
  });
  await pairedAndSet(kiosk, staff, "with a printer", () => staff.locator("#printer").check());
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await walk(kiosk, plainly);
  await expect(kiosk.locator("#reference")).toBeVisible({ timeout: 15_000 });
  const print = kiosk.locator("#print");
  await expect(print).toHaveText("Print");
  await expect(kiosk.locator(".qr")).toBeVisible();
  expect(await printed(kiosk)).toBe(0);

  await print.tap();
  expect(await printed(kiosk)).toBe(1);
  const asked = kiosk.locator(".notice");
  await expect(asked).toContainText("Did the paper come out?");
  await expect(asked).toContainText("Your number is valid without paper.");
  await expect(print).toHaveText("Print again");
  expect(await axeFindings(kiosk)).toEqual([]);
  await asked.getByRole("button", { name: "No paper came" }).tap();
  await expect(asked).toContainText("Your number is valid without paper.");
  await expect(kiosk.locator(".qr")).toBeVisible();
  await print.tap();
  expect(await printed(kiosk)).toBe(2);
  await asked.getByRole("button", { name: "No paper came" }).tap();

  const lines = [
    "Farbridge",
    "We have received it",
    "Take the reference with you. It is good without paper.",
    "Your reference",
    await kiosk.locator("#reference").innerText(),
    await kiosk.locator("#promise").innerText(),
    "Follow it on your phone",
    "Point your phone’s camera at the code, or type the address.",
    await kiosk.locator("#secret-link").innerText(),
    "Questions? Call 10077",
  ];
  await kiosk.emulateMedia({ media: "print", colorScheme: "dark" });
  const paper = (await kiosk.locator("body").innerText()).split("\n").map((line) => line.trim());
  expect(paper.filter(Boolean)).toEqual(lines);
  await expect(kiosk.locator(".qr")).toBeVisible();
  // Ink on paper, whatever the screen's colours were.
  for (const part of [".kiosk-brand", "#reference", ".qr"]) {
    const ink = await kiosk.locator(part).evaluate((element) => getComputedStyle(element).color);
    const [red, green, blue] = ink.match(/\d+/g)!.map(Number);
    expect(Math.max(red, green, blue), part).toBeLessThan(128);
  }
  await kiosk.emulateMedia({ media: "screen", colorScheme: null });

  // The desk hears what the customer said.
  await finish(kiosk);
  await expect(async () => {
    await staff.goto("/desk/kiosks");
    await expect(staff.locator("tbody tr", { hasText: "with a printer" })).toContainText("No paper", { timeout: 100 });
  }).toPass({ timeout: 15_000 });
  await kiosk.context().close();
});

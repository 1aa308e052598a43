// Somebody walks away. Time is the test's own, so nothing waits for it.

import { begin, enter, ready } from "../kiosk.ts";
import { expect, test } from "./paired.ts";

test.beforeEach(async ({ kiosk }) => {
  await kiosk.clock.install();
  await kiosk.goto("/kiosk");
  await ready(kiosk);
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await kiosk.locator('label[for="topic-open"]').tap();
  await kiosk.locator("#about").fill("mine");
});

test("who is quiet is asked, and goes on with one tap as often as they like", async ({ kiosk }) => {
  const warning = kiosk.getByRole("alertdialog");
  for (let time = 0; time < 12; time += 1) {
    await kiosk.clock.runFor(44_000);
    await expect(warning).toHaveCount(0);
    await kiosk.clock.runFor(2_000);
    await expect(warning).toBeVisible();
    await expect(warning).toBeFocused();
    const box = await warning.boundingBox();
    expect([box?.width, box?.height]).toEqual([1080, 1920]);
    await kiosk.clock.runFor(25_000);
    await expect(warning).toBeVisible();
    await warning.locator(".button:not(.second)").tap();
    await expect(warning).toHaveCount(0);
    await expect(kiosk.locator("#about")).toHaveValue("mine");
  }
});

test("who does not answer within half a minute is gone", async ({ kiosk }) => {
  await kiosk.clock.runFor(46_000);
  await expect(kiosk.getByRole("alertdialog")).toBeVisible();
  await kiosk.clock.runFor(30_000);
  await ready(kiosk);
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await expect(kiosk.locator("#step input:checked")).toHaveCount(0);
  await expect(kiosk.locator("#about")).toHaveValue("");
});

test("typing on the keys of the screen says that somebody is there", async ({ kiosk }) => {
  await kiosk.locator("#about").tap();
  const keys = kiosk.locator(".key");
  await expect(keys.first()).toBeVisible();
  for (let time = 0; time < 4; time += 1) {
    await kiosk.clock.runFor(40_000);
    await keys.nth(3).tap();
    await expect(kiosk.getByRole("alertdialog")).toHaveCount(0);
  }
  await kiosk.clock.runFor(46_000);
  await expect(kiosk.getByRole("alertdialog")).toBeVisible();
});

test("nobody is asked on the first screen", async ({ kiosk }) => {
  await kiosk.goto("/kiosk");
  await ready(kiosk);
  await kiosk.clock.runFor(300_000);
  await expect(kiosk.getByRole("alertdialog")).toHaveCount(0);
  await ready(kiosk);
});

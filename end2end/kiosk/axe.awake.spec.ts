// Axe with all of its sharper rules on every screen of a kiosk, as it is and in large letters of high
// contrast, and its colours in the dark. Setting a device up is a page like others: see pairing.spec.ts.

import type { Page } from "@playwright/test";
import { axeFindings, darkFindings } from "../axe.ts";
import { answer, begin, choose, enter, onward, plainly, ready, step, walk } from "../kiosk.ts";
import { expect, test } from "./paired.ts";
import { lying, reserved } from "./shelves.ts";

/** One way of looking at a kiosk: what is set for it, and what is found on a screen. */
type Look = { name: string; set: (kiosk: Page) => Promise<void>; find: (kiosk: Page) => Promise<string[]> };

const looks: Look[] = [
  { name: "as it is, and in the dark", set: async () => {}, find: lightAndDark },
  { name: "large, in high contrast", set: larger, find: axeFindings },
];

async function lightAndDark(kiosk: Page) {
  return [...(await axeFindings(kiosk)), ...(await darkFindings(kiosk))];
}

async function larger(kiosk: Page) {
  await kiosk.locator(".kiosk-bar > button").nth(1).tap();
  await kiosk.locator(".kiosk-bar > button").nth(2).tap();
}

/** The first screen after this customer's. */
async function next(kiosk: Page) {
  await kiosk.goto("/kiosk");
  await ready(kiosk);
}

for (const { name, set, find } of looks) {
  test.describe(name, () => {
    let look: (kiosk: Page, screen: string) => Promise<void>;
    let found: string[];
    test.beforeEach(() => {
      test.slow();
      found = [];
      look = async (kiosk, screen) => {
        const here = await find(kiosk);
        found.push(...here.map((finding) => `${screen}: ${finding}`));
      };
    });
    test.afterEach(() => expect(found).toEqual([]));

    test("each step of the journeys, the keys and what comes of it", async ({ kiosk }) => {
      for (const journey of ["enquiry", "fault", "survey"] as const) {
        await next(kiosk);
        await begin(kiosk);
        await set(kiosk);
        await enter(kiosk, journey);
        while (await kiosk.locator("#step").count()) {
          const here = await step(kiosk);
          if (here !== "check") await answer(kiosk, plainly);
          await look(kiosk, `${journey}: ${here}`);
          await onward(kiosk);
        }
        await expect(kiosk.locator(".kiosk-stage .acts .button:not(.second)")).toBeVisible({ timeout: 15_000 });
        await look(kiosk, `${journey}: its end`);
      }
    });

    test("whatever else there is to see", async ({ kiosk }) => {
      await look(kiosk, "attract");
      await begin(kiosk);
      await set(kiosk);
      await look(kiosk, "menu");
      await kiosk.locator(".kiosk-bar > button").first().tap();
      await expect(kiosk.locator(".kiosk-phone")).toBeVisible();
      await look(kiosk, "help");
      await kiosk.locator(".kiosk-stage .acts button").tap();
      await enter(kiosk, "look");
      await look(kiosk, "look-up");
      await kiosk.locator("#step .button").tap();
      await expect(kiosk.locator(".faults a")).toHaveText([/“Reference”/, /“Phone number or e-mail address”/]);
      await look(kiosk, "look-up with faults");
      await expect.poll(() => lying(kiosk, "spots"), { timeout: 15_000 }).toBeGreaterThan(0);
      const { spots } = await kiosk.evaluate(reserved, 1);
      await kiosk.locator("#reference").fill(spots[0].reference);
      await kiosk.locator("#contact").fill("138 0013 8000");
      await kiosk.context().setOffline(true);
      await kiosk.locator("#step .button").tap();
      await expect(kiosk.locator(".kiosk-stage h1")).toHaveText("This cannot be looked up right now");
      await look(kiosk, "look-up without a network");
      await kiosk.context().setOffline(false);

      await next(kiosk);
      await begin(kiosk);
      await set(kiosk);
      await enter(kiosk, "enquiry");
      await choose(kiosk, "topic");
      await onward(kiosk);
      await kiosk.locator('#step .acts button[value="next"]').tap();
      await expect(kiosk.locator(".faults")).toBeVisible();
      await look(kiosk, "a step with faults");
      await kiosk.locator("#details").tap();
      await expect(kiosk.locator(".key").first()).toBeVisible();
      await look(kiosk, "a step with its keys");
      await kiosk.locator(".kiosk-finish").tap();
      await expect(kiosk.locator("#step")).toHaveCount(0);
      await look(kiosk, "leaving");
      await kiosk.locator(".kiosk-stage .acts button").filter({ hasText: "on my phone" }).tap();
      await expect(kiosk.locator(".qr")).toBeVisible();
      await look(kiosk, "moving");
    });

    test("the warning, and what is not sent yet", async ({ kiosk }) => {
      await kiosk.clock.install();
      await next(kiosk);
      await begin(kiosk);
      await set(kiosk);
      await enter(kiosk, "fault");
      await kiosk.clock.runFor(46_000);
      const warning = kiosk.getByRole("alertdialog");
      await expect(warning).toBeVisible();
      await kiosk.clock.resume();
      await look(kiosk, "warning");
      await warning.locator(".button:not(.second)").tap();

      await kiosk.context().setOffline(true);
      await walk(kiosk, plainly);
      await expect(kiosk.locator("#reference")).toBeVisible({ timeout: 15_000 });
      await look(kiosk, "saved");
      await kiosk.context().setOffline(false);
    });
  });
}

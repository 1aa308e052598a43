// A test on a paired kiosk: `kiosk` is its page, in a browser profile of its own, and has numbers to
// give to customers when there is no network.

import type { Page } from "@playwright/test";
import { device, pair } from "../kiosk.ts";
import { test as base, expect } from "../onefront.ts";
import { lying } from "./shelves.ts";

export const test = base.extend<{ kiosk: Page }>({
  kiosk: async ({ browser, staff, baseURL }, use) => {
    const context = await device(browser, { baseURL });
    const kiosk = await context.newPage();
    const stocked = kiosk.waitForResponse("**/api/kiosk/reserve");
    await pair(kiosk, staff, "by the door");
    await stocked;
    await expect.poll(() => lying(kiosk, "spots"), { timeout: 15_000 }).toBeGreaterThan(0);
    await use(kiosk);
    await context.close();
  },
});

/** The same where everything happens on the kiosk: it is the test's page. */
export const onKiosk = test.extend({
  page: async ({ kiosk }, use) => use(kiosk),
});

export { expect };

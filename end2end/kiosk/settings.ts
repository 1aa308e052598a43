// A kiosk that is set otherwise at the desk.

import type { Page } from "@playwright/test";
import { pair } from "../kiosk.ts";
import { expect } from "./paired.ts";

/**
 * Pairs a kiosk and sets it at the desk; `change` fills in the form. The kiosk goes by it when this is
 * through, and shows its first screen.
 */
export async function pairedAndSet(kiosk: Page, staff: Page, name: string, change: () => Promise<void>) {
  await pair(kiosk, staff, name);
  await staff.goto("/desk/kiosks");
  await staff.locator("tbody a").getByText(name, { exact: true }).click();
  await change();
  await staff.locator("form[action='/api/fleet/set'] button").click();
  await expect(staff.locator(".notice.good")).toBeVisible();
  // The kiosk hears of it with its next beat, begins a new page, and says so.
  const applied = kiosk.waitForRequest(
    (request) => request.url().endsWith("/heartbeat") && request.postDataJSON().beat.setup > 0,
    { timeout: 20_000 },
  );
  await kiosk.reload();
  await applied;
  await expect(kiosk.locator(".kiosk-attract, .tap")).toBeVisible({ timeout: 15_000 });
}

// The first screen of a kiosk, as each customer finds it.

import type { Page } from "@playwright/test";
import { ready } from "../kiosk.ts";

export async function open(page: Page) {
  await page.goto("/kiosk");
  await ready(page);
}

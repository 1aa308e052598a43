// A journey goes from the kiosk to a phone, at the very step and with what was typed, and leaves the
// kiosk. The camera is the one part that is not here: the test reads the address the code was drawn of.

import { answer, begin, choose, enter, onward, plainly, ready, step } from "../kiosk.ts";
import { expect, test } from "./paired.ts";

test("what was begun at the kiosk goes on at its step on a phone, and is gone from the kiosk", async ({
  kiosk,
  browser,
}) => {
  await begin(kiosk, "en");
  await enter(kiosk, "enquiry");
  await choose(kiosk, "topic");
  await onward(kiosk);
  await answer(kiosk, (field) => (field === "details" ? "Typed at the kiosk" : plainly(field)));
  expect(await step(kiosk)).toBe("details");
  await kiosk.locator(".kiosk-finish").tap();
  const offered = kiosk.waitForResponse("**/api/kiosk/move-offer");
  await kiosk.locator(".kiosk-stage .acts button").filter({ hasText: "on my phone" }).tap();
  const [address] = JSON.stringify(await (await offered).json()).match(/\/m\/[^"]+/) ?? [];
  await expect(kiosk.locator(".kiosk-stage .qr")).toBeVisible();

  const pocket = await browser.newContext({ baseURL: new URL(kiosk.url()).origin });
  const phone = await pocket.newPage();
  await phone.goto(address ?? "no address");
  await phone.locator("main form button").first().click();
  await expect(phone).toHaveURL("/enquiry/details");
  await expect(phone.locator("#details")).toHaveValue("Typed at the kiosk");

  await expect(kiosk.locator(".kiosk-stage h1")).toHaveText("It is on your phone now", { timeout: 15_000 });
  await kiosk.locator(".kiosk-stage .acts .button").first().tap();
  await ready(kiosk);
  await begin(kiosk, "en");
  await enter(kiosk, "enquiry");
  await expect(kiosk.locator("#step input:checked")).toHaveCount(0);

  const another = await (await browser.newContext({ baseURL: new URL(kiosk.url()).origin })).newPage();
  await another.goto(address ?? "no address");
  await another.locator("main form button").first().click();
  await expect(another).not.toHaveURL(/\/enquiry/);
});

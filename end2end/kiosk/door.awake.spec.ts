// By the door: one question, one tap, thanks, the next person. More is asked only of who wants to say it,
// and what a cloth or a child presses counts for nothing. All of it while the network is away, so that
// the test's clock and not the machine's says how far apart people come in.

import type { Page } from "@playwright/test";
import { axeFindings } from "../axe.ts";
import { begin, device, enter, plainly, ready, walk } from "../kiosk.ts";
import { expect, test } from "./own.ts";
import { pairedAndSet } from "./settings.ts";
import { lying } from "./shelves.ts";

/** What the desk has counted: answers, each face, and what was not counted. */
async function counted(staff: Page): Promise<number[]> {
  await staff.goto("/desk/taps");
  const rows = await staff.locator("tbody tr:has(th a)").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent))),
  );
  return rows.reduce((sum, row) => sum.map((one, at) => one + row[at]));
}

test("one question by the door is answered by one tap, and nobody's presses count", async ({
  browser,
  baseURL,
  staff,
}) => {
  test.slow();
  const kiosk = await (await device(browser, { baseURL })).newPage();
  await pairedAndSet(kiosk, staff, "at the exit", async () => {
    await staff.locator("#mode").selectOption("door");
    await staff.locator("#language").selectOption("en");
  });
  const parts = () => kiosk.evaluate(async () => !!(await caches.match("/kiosk/parts")));
  await expect.poll(parts, { timeout: 15_000 }).toBe(true);
  const before = await counted(staff);
  await kiosk.context().setOffline(true);
  const begun = Date.now() - 600_000;
  await kiosk.clock.install({ time: begun });
  await kiosk.goto("/kiosk");
  const faces = kiosk.locator(".tap-face");
  await expect(faces).toHaveCount(5);
  await kiosk.clock.pauseAt(begun + 60_000);
  const press = (face: number) => faces.nth(face - 1).tap();
  const pass = (seconds: number) => kiosk.clock.runFor(seconds * 1_000);
  const said = kiosk.locator(".tap-said");
  const offered = kiosk.locator(".tap-under button");

  await expect(kiosk.locator("h1")).toHaveText("How was your visit today?");
  expect(await kiosk.locator("h1").count()).toBe(1);
  // Who is content is thanked and asked for nothing more; the next one need not wait for that.
  await press(4);
  await expect(said).toHaveText("Thank you. You pressed: Good");
  await expect(offered).toHaveCount(0);
  await expect(faces.first()).toBeEnabled();
  await pass(5);
  await expect(said).toHaveCount(0);

  // Who is not may say why.
  await pass(15);
  await press(1);
  await expect(said).toHaveText("Thank you. You pressed: Very bad");
  await expect(offered).toHaveText(["Say why", "I would like an answer"]);
  await offered.first().tap();
  await expect(offered).toHaveCount(5);
  await offered.first().tap();
  await expect(said).toHaveText("Thank you. We will look into it.");
  await expect(offered).toHaveCount(0);

  // Nobody has to: the next one presses, and what was offered is gone.
  await pass(15);
  await press(2);
  await expect(offered).toHaveCount(2);
  await pass(12);
  await press(5);
  await expect(said).toHaveText("Thank you. You pressed: Very good");
  await expect(offered).toHaveCount(0);

  // A cleaning cloth, and then a child.
  await pass(15);
  for (const face of [1, 3, 5]) await press(face);
  await pass(15);
  for (let time = 0; time < 6; time += 1) {
    await press(5);
    await pass(1.5);
  }
  await pass(15);
  await press(3);
  await pass(5);

  await kiosk.context().setOffline(false);
  await pass(31);
  const since = async () => (await counted(staff)).map((one, at) => one - before[at]);
  await expect.poll(since, { timeout: 15_000 }).toEqual([5, 1, 1, 1, 1, 1, 9]);

  // An answer is asked for like anything else, and the door is open again afterwards.
  await kiosk.clock.resume();
  expect(await axeFindings(kiosk)).toEqual([]);
  await press(1);
  expect(await axeFindings(kiosk)).toEqual([]);
  await offered.first().tap();
  await expect(offered).toHaveCount(5);
  expect(await axeFindings(kiosk)).toEqual([]);
  await press(1);
  await offered.last().tap();
  await expect(kiosk.locator("#step")).toBeVisible();
  await kiosk.locator(".kiosk-finish").tap();
  await kiosk.locator(".kiosk-stage .acts .button:not(.second)").tap();
  await expect(kiosk.locator(".tap")).toBeVisible({ timeout: 15_000 });
  await expect(said).toHaveCount(0);
  await kiosk.context().close();
});

test("who finishes after a case is asked the same, and may pass it by", async ({ browser, baseURL, staff }) => {
  test.slow();
  const kiosk = await (await device(browser, { baseURL })).newPage();
  await pairedAndSet(kiosk, staff, "at the counter", () => staff.locator("#tap").check());
  await expect.poll(() => lying(kiosk, "spots"), { timeout: 15_000 }).toBeGreaterThan(0);
  const before = await counted(staff);
  for (const way of ["presses", "passes it by"]) {
    await begin(kiosk);
    await enter(kiosk, "enquiry");
    await walk(kiosk, plainly);
    await expect(kiosk.locator("#reference")).toBeVisible({ timeout: 15_000 });
    await kiosk.locator(".kiosk-stage .acts .button:not(.second)").tap();
    await expect(kiosk.locator("h1")).toHaveText("How was your visit today?");
    expect(await axeFindings(kiosk), way).toEqual([]);
    if (way === "presses") {
      await kiosk.locator(".tap-face").last().tap();
      await expect(kiosk.locator(".tap-said")).toHaveText("Thank you. You pressed: Very good");
    }
    await kiosk.getByRole("button", { name: "Just finish" }).tap();
    await ready(kiosk);
  }
  const since = async () => (await counted(staff)).map((one, at) => one - before[at]);
  await expect.poll(since, { timeout: 15_000 }).toEqual([1, 0, 0, 0, 0, 1, 0]);
  await kiosk.context().close();
});

// No room on the kiosk: by its disk, or by how much may wait there. Nobody is told that anything is
// saved, and the counter takes it up.

import type { Page } from "@playwright/test";
import { begin, device, enter, finish, plainly, walk } from "../kiosk.ts";
import { expect, test } from "./own.ts";
import { pairedAndSet } from "./settings.ts";
import { enquiries, lying } from "./shelves.ts";

/**
 * Runs in the page: the queue takes nothing more. The request fails and its transaction is undone in
 * truth, as nothing can lie under one number twice; only the reason is made up.
 */
function fillDisk() {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (value) {
    if (this.name !== "queue") return add.call(this, value);
    add.call(this, value, 1);
    const failing = add.call(this, value, 1);
    Object.defineProperty(failing, "error", { get: () => new DOMException("no room", "QuotaExceededError") });
    return failing;
  };
}

/** The customer is sent to the counter, and told nothing else. */
async function turnedAway(kiosk: Page) {
  const stage = kiosk.locator(".kiosk-stage");
  await expect(stage.locator("h1")).toHaveText("This kiosk cannot take it now", { timeout: 15_000 });
  await expect(stage).toContainText("go to the counter");
  await expect(stage).not.toContainText("saved", { ignoreCase: true });
  await expect(kiosk.locator("#reference, #secret-link, .qr")).toHaveCount(0);
}

test("where the disk is full the customer is sent to the counter, and nothing is kept or sent", async ({ kiosk }) => {
  const held = 500;
  await expect.poll(() => lying(kiosk, "spots"), { timeout: 15_000 }).toBe(held);
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  const sent: string[] = [];
  kiosk.on("request", (request) => request.url().endsWith("/deposit") && sent.push(request.url()));
  await kiosk.evaluate(fillDisk);
  await walk(kiosk, plainly);
  await turnedAway(kiosk);
  expect(await lying(kiosk, "queue")).toBe(0);
  expect(await lying(kiosk, "spots"), "no reference was used up").toBe(held);
  expect(sent).toEqual([]);
  await finish(kiosk);

  // There is room again: so is the kiosk.
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await walk(kiosk, plainly);
  await expect(kiosk.locator("#reference")).toBeVisible({ timeout: 15_000 });
});

test("when as much waits as may, nobody begins, and who had begun is sent to the counter", async ({ browser, baseURL, staff }) => {
  test.slow();
  const kiosk = await (await device(browser, { baseURL })).newPage();
  await pairedAndSet(kiosk, staff, "with a short queue", () => staff.locator("#cap").fill("10"));

  await kiosk.context().setOffline(true);
  await enquiries(kiosk, 9, (at) => `Number ${at}`);
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await enquiries(kiosk, 1, () => "The last that fits");
  await walk(kiosk, plainly);
  await turnedAway(kiosk);
  await finish(kiosk);
  await begin(kiosk);
  await kiosk.locator(".kiosk-card").nth(0).tap();
  await turnedAway(kiosk);
  expect(await lying(kiosk, "queue")).toBe(10);

  // What waits goes, and there is room.
  await finish(kiosk);
  await kiosk.context().setOffline(false);
  await expect.poll(() => lying(kiosk, "queue"), { timeout: 30_000 }).toBe(0);
  await begin(kiosk);
  await enter(kiosk, "fault");
  await kiosk.context().close();
});

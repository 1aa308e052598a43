// The power goes: the server's in the middle of a journey, then the kiosk's own.

import { chromium } from "@playwright/test";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { args, executablePath } from "../chromium.mjs";
import { answer, begin, enter, onward, pair, panel, plainly, ready, walk } from "../kiosk.ts";
import { casesFromKiosks, expect, test } from "./own.ts";
import { lying } from "./shelves.ts";

// The desk's page listens all the while, and loses its server too.
test.use({ expected: [/\/desk\/events/] });

/** A kiosk on a disk of its own, which outlives its browser. */
async function switchedOn(profile: string, baseURL: string) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args,
    baseURL,
    viewport: panel,
    screen: panel,
    hasTouch: true,
    locale: "en-GB",
  });
  return context.pages()[0] ?? (await context.newPage());
}

test("a journey whose server and whose browser were killed is one case in the end", async ({ server, staff }) => {
  test.setTimeout(120_000);
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "kiosk-"));
  let kiosk = await switchedOn(profile, server.url);
  await pair(kiosk, staff, "by the door");
  const parts = () => kiosk.evaluate(async () => !!(await caches.match("/kiosk/parts")));
  await expect.poll(parts, { timeout: 15_000 }).toBe(true);
  await expect.poll(() => lying(kiosk, "spots"), { timeout: 15_000 }).toBe(500);
  // Off for the night: a browser writes its cookies down half a minute late, or when it ends.
  await kiosk.context().close();
  kiosk = await switchedOn(profile, server.url);
  await kiosk.goto("/kiosk");
  await ready(kiosk);

  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await answer(kiosk, plainly);
  await onward(kiosk);
  await server.kill();
  await walk(kiosk, (field) => (field === "details" ? "Asked while all went dark." : plainly(field)));
  await expect(kiosk.locator(".kiosk-stage h1")).toHaveText("Saved on this kiosk, not sent yet", { timeout: 15_000 });
  const reference = await kiosk.locator("#reference").innerText();

  const browser = await kiosk.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await browser?.send("SystemInfo.getProcessInfo")) ?? { processInfo: [] };
  const gone = new Promise((gone) => kiosk.context().once("close", gone));
  process.kill(processInfo.find(({ type }) => type === "browser")?.id ?? 0, "SIGKILL");
  await gone;

  // It opens without a server, and nothing of the customer is on its screen.
  kiosk = await switchedOn(profile, server.url);
  await kiosk.goto("/kiosk");
  await ready(kiosk);
  expect(await lying(kiosk, "queue")).toBe(1);
  await expect(kiosk.locator("body")).not.toContainText(reference);
  await server.startAgain();
  await expect.poll(() => lying(kiosk, "queue"), { timeout: 60_000 }).toBe(0);
  expect(await casesFromKiosks(server)).toBe(1);
  await staff.goto(`/desk/case/${reference}`);
  await expect(staff.locator("main")).toContainText("Asked while all went dark.");
  await kiosk.context().close();
  fs.rmSync(profile, { recursive: true });
});

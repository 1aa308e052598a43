// A new build comes while customers' submissions wait on the kiosk: it sends what the old one left.

import type { Page } from "@playwright/test";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { begin, enter, finish, plainly, ready, walk } from "../kiosk.ts";
import { laterBuild } from "./build.ts";
import { casesFromKiosks, expect, test } from "./own.ts";
import { enquiries, lying } from "./shelves.ts";

/** The file of the program that runs in the page. */
function program(kiosk: Page) {
  return kiosk.evaluate(() => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    return loaded.find((name) => name.endsWith(".wasm"))?.split("/").pop();
  });
}

test.use({ expected: [/\/desk\/events/] });

test("what waits when a new build comes is sent by the new build", async ({ kiosk, server }) => {
  test.setTimeout(90_000);
  const parts = () => kiosk.evaluate(async () => !!(await caches.match("/kiosk/parts")));
  await expect.poll(parts, { timeout: 15_000 }).toBe(true);
  await expect.poll(() => lying(kiosk, "spots"), { timeout: 15_000 }).toBe(500);
  const old = await program(kiosk);
  await server.kill();
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await walk(kiosk, plainly);
  await expect(kiosk.locator("#reference")).toBeVisible({ timeout: 15_000 });
  const told = [await kiosk.locator("#reference").innerText()];
  told.push(...(await enquiries(kiosk, 40, (at) => `Number ${at}`)));

  const site = fs.mkdtempSync(path.join(os.tmpdir(), "site-"));
  const next = laterBuild(process.env.E2E_SITE ?? "", site);
  // The old program gets nothing through.
  let open = false;
  const came: string[] = [];
  await kiosk.context().route("**/api/kiosk/deposit", async (route) => {
    if (!open) return route.abort();
    const answer = await route.fetch();
    came.push(...(await answer.json()).map((one: { case: { reference: string } }) => one.case.reference));
    return route.fulfill({ response: answer });
  });
  await server.startAgain(site);
  await finish(kiosk);
  // It is taken up as a whole, by this page or by the next.
  await expect(async () => {
    await kiosk.reload();
    await ready(kiosk);
    expect(await program(kiosk)).toBe(next);
  }).toPass({ timeout: 30_000 });
  expect(next).not.toBe(old);
  expect(await lying(kiosk, "queue")).toBe(told.length);

  open = true;
  await expect.poll(() => lying(kiosk, "queue"), { timeout: 40_000 }).toBe(0);
  expect(came).toEqual(told);
  expect(await casesFromKiosks(server)).toBe(told.length);
  // Of the old program nothing is kept.
  const kept = await kiosk.evaluate(async () => {
    const requests = await (await caches.open("kiosk-1")).keys();
    return requests.map(({ url }) => url.split("/").pop());
  });
  expect(kept).toContain(next);
  expect(kept).not.toContain(old);
  fs.rmSync(site, { recursive: true });
});

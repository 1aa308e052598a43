// One leased-line fault on its whole way: refused by a department, decided by a coordinator, late and
// raised to headquarters, mended by two departments side by side, refused by the customer, mended
// again and closed. At each step it is looked at from both sides of the line.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { act, comesUp, does, finishCase, openCase, signIn } from "./desk.ts";
import { audited, expect, test } from "./onefront.ts";
import { startServer } from "./server.mjs";
import { send, walk } from "./walk.ts";

/** What only staff may read; none of it is on any page of the customer's. */
const inner = ["Network Operation", "Network Development", "Provincial Branch", "No fault in our network"];

let server: Awaited<ReturnType<typeof startServer>> | undefined;
let folder: string | undefined;

test.afterEach(async () => {
  await server?.stop();
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
});

test("a leased-line fault goes through the whole chain and comes back", async ({ browser }) => {
  test.setTimeout(420_000);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onefront-chain-"));
  const settings = { ONEFRONT_DATA: path.join(folder, "data") };
  server = await startServer(settings);
  let { customer, staff } = await both(browser, server.url);

  await walk(customer, "/fault", "/check", { product: "leased-line", symptom: "down", contact: "none" });
  const reference = await send(customer);
  const link = await customer.locator("#secret-link").getAttribute("href");
  expect(link).toBeTruthy();

  await test.step("somebody answers for it, and takes a part", async () => {
    await comesUp(staff, reference, "own");
    await does(staff, "own");
    await comesUp(staff, reference, "accept");
    await does(staff, "accept");
    await expect(staff.locator("body")).toContainText("Wei Song");
    await seen(customer, reference, "Work has begun");
  });

  await test.step("three times another department says no", async () => {
    for (let bounce = 1; bounce <= 3; bounce += 1) {
      await passOn(staff, reference, "jianglan.network-development");
      await comesUp(staff, reference, "withdraw");
      await declines(staff, "No fault in our network.");
    }
    await openCase(staff, reference);
    await expect(staff.locator(".notice", { hasText: "a coordinator must decide" })).toBeVisible();
    await audited(staff);
    await seen(customer, reference, "Work has begun");
  });

  await test.step("a coordinator decides, and the decision binds", async () => {
    await passOn(staff, reference, "hq.network-development");
    await openCase(staff, reference);
    await expect(staff.locator(".notice", { hasText: "must decide" })).toHaveCount(0);
    const decided = staff.locator(".legs > li", { hasText: "a coordinator decided" }).first();
    await expect(decided).toBeVisible();
    await expect(decided.locator("form[action='/api/desk/decline']")).toHaveCount(0);
    await decided.locator("form[action='/api/desk/accept'] button").click();
    await staff.waitForURL(/[?&]did=accept/);
    await audited(staff);
  });

  await test.step("days later it is late, and raised level by level to headquarters", async () => {
    await customer.context().close();
    await staff.context().close();
    await server?.stop();
    server = await startServer({ ...settings, ONEFRONT_AHEAD: "120" });
    ({ customer, staff } = await both(browser, server.url));
    await expect(async () => {
      await openCase(staff, reference);
      await expect(staff.locator("section[aria-labelledby=clock-acts]")).toContainText("Farbridge Headquarters", { timeout: 200 });
    }).toPass({ timeout: 20_000 });
    await audited(staff);
    const acknowledge = staff.locator("section[aria-labelledby=clock-acts] form[action*='acknowledge'] button").first();
    if (await acknowledge.count()) await acknowledge.click();
    // The customer's hours on that browser are over; the secret link brings them back.
    await customer.goto(`${server.url}${new URL(link!, server.url).pathname}`);
    await customer.locator("main form button").first().click();
    await seen(customer, reference, "Work has begun");
  });

  await test.step("two departments work side by side, and it is done", async () => {
    await staff.goto(`/desk/case/${reference}/add`);
    await staff.locator("#to").selectOption("hq.network-operation");
    await staff.locator("textarea").fill("Watch the line while it is changed.");
    await staff.locator("form[action='/api/desk/add'] button").click();
    await staff.waitForURL(/[?&]did=add/);
    await audited(staff);
    await finishCase(staff, reference, "The line runs again.");
    await seen(customer, reference, "The line runs again.");
  });

  await test.step("the customer says: still not fixed", async () => {
    await customer.locator("[formaction='/api/track/reopen']").click();
    await expect(customer.locator("[formaction]")).toHaveCount(0);
    await seen(customer, reference, "Still not fixed, opened again");
    await comesUp(staff, reference, "accept");
    await expect(staff.locator("body")).toContainText("Reopened");
  });

  await test.step("it is mended again, and the customer closes it", async () => {
    await finishCase(staff, reference, "A new port, and a day without an error.");
    await seen(customer, reference, "A new port, and a day without an error.");
    await customer.locator("[formaction='/api/track/confirm']").click();
    await customer.waitForURL(/\/feedback\/about\//);
    await seen(customer, reference, "Confirmed as fixed");
    await openCase(staff, reference);
    await expect(act(staff, "reply")).toHaveCount(0);
    await audited(staff);
  });

  await customer.context().close();
  await staff.context().close();
});

/** A customer's browser, and one at the desk. */
async function both(browser: Browser, baseURL: string) {
  const open = async () => (await browser.newContext({ baseURL, locale: "en" })).newPage();
  const [customer, staff] = [await open(), await open()];
  await signIn(staff, "admin");
  return { customer, staff };
}

/** What the customer reads, and that none of it is the staff's. */
async function seen(customer: Page, reference: string, text: string) {
  await customer.goto(`/track/${reference}`);
  await expect(customer.getByText(text).first()).toBeVisible();
  const page = await customer.content();
  expect(inner.filter((name) => page.includes(name))).toEqual([]);
  await audited(customer);
}

/** Offers the first part that can be passed on, with everything the receiver needs. */
async function passOn(staff: Page, reference: string, to: string) {
  await openCase(staff, reference);
  await staff.locator(".legs a[href*='/pass?leg=']").first().click();
  await staff.locator("#to").selectOption(to);
  await staff.locator("form[method=get] button").click();
  const form = act(staff, "pass");
  await expect(form).toBeVisible();
  await audited(staff);
  for (const need of await form.locator("input[id^=need-]").all()) await need.fill("18 Hubin Road");
  await form.locator("textarea").fill("It looks like the trunk.");
  await form.locator("button").click();
  await staff.waitForURL(/[?&]did=pass/);
}

/** Says no to what is offered. */
async function declines(staff: Page, why: string) {
  const offered = staff.locator(".legs > li", {
    has: staff.locator("form[action='/api/desk/withdraw']"),
  });
  await offered.locator("summary", { hasText: "Decline" }).click();
  const form = offered.locator("form[action='/api/desk/decline']");
  await form.locator("textarea").fill(why);
  await form.locator("button").click();
  await staff.waitForURL(/[?&]did=decline/);
}

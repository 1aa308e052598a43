// Staff and their accounts: adding somebody, their first sign-in, the second step, an absence, and
// somebody who leaves. Each in a house of its own, as nobody else's tests should meet them.

import crypto from "node:crypto";
import type { Page } from "@playwright/test";
import { asleep } from "./axe.ts";
import { comesUp, does } from "./desk.ts";
import { audited, auditedAll, expect, house, test as base } from "./onefront.ts";
import { send, walk } from "./walk.ts";

const test = base.extend({ server: house() });

/** The code that a phone shows half a minute from now, and before that, too. */
function code(key: string, ahead = 0): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replaceAll(" ", "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const hash = crypto.createHmac("sha1", Buffer.from(bytes)).update(step).digest();
  const from = (hash.at(-1) ?? 0) & 15;
  const number = hash.readUInt32BE(from) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}

async function signIn(page: Page, login: string, password: string) {
  await page.goto("/staff/sign-in");
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.locator("main form .button").first().click();
}

async function fold(page: Page, action: string) {
  const form = page.locator(`form[action="/api/staff/${action}"]`);
  const folded = page.locator("details:not([open])", { has: form }).locator("summary");
  if (await folded.count()) await folded.click();
  return form;
}

test("somebody is added, chooses a password and sets up the second step", async ({ page, staff }) => {
  test.slow();
  await staff.goto("/desk/staff");
  await auditedAll(staff);
  await staff.locator("#search").fill("周");
  await staff.locator(".search button").click();
  await expect(staff.locator("tbody tr")).toHaveCount(1);
  await staff.goto("/desk/staff/new");
  await auditedAll(staff);
  await staff.locator("#login").fill("nina");
  await staff.locator("form[action$='/staff/add'] button").click();
  await expect(staff.locator(".faults a").first()).toHaveAttribute("href", "#name");
  await expect(staff.locator("#login")).toHaveValue("nina");
  await auditedAll(staff);
  await staff.locator("#name").fill("周宁");
  await staff.locator("#unit").selectOption("lancheng");
  await staff.locator("#department").selectOption("customer-service");
  await staff.locator("#role").selectOption("front");
  const once = await staff.locator("#once").inputValue();
  await staff.locator("form[action$='/staff/add'] button").click();
  await expect(staff.locator("h1")).toContainText("周宁");
  await audited(staff);

  await signIn(page, "nina", once);
  await expect(page).toHaveURL("/desk/account");
  await auditedAll(page);
  await page.locator("#old").fill(once);
  await page.locator("#new").fill("short");
  await page.locator("#again").fill("short");
  await page.locator("form[action$=password] button").click();
  await expect(page.locator(".faults a")).toHaveAttribute("href", "#new");
  await audited(page);
  await page.locator("#old").fill(once);
  await page.locator("#new").fill("correct horse battery");
  await page.locator("#again").fill("correct horse battery");
  await page.locator("form[action$=password] button").click();
  await expect(page.locator(".notice.good")).toBeVisible();
  await auditedAll(page);

  await page.locator("form[action$=second-begin] button").click();
  await expect(page.locator(".qr")).toBeVisible();
  await auditedAll(page);
  const key = (await page.locator("#second-key").textContent()) ?? "";
  const recovery = (await page.locator(".recovery li").first().textContent()) ?? "";
  await page.locator("#code").fill("000000");
  await page.locator("form[action$=second-confirm] button").click();
  await expect(page.locator(".faults a")).toHaveAttribute("href", "#code");
  await page.locator("#code").fill(code(key));
  await page.locator("form[action$=second-confirm] button").click();
  await expect(page.locator(".notice.good")).toBeVisible();
  await page.locator(".act summary").click();
  await audited(page);

  await page.locator(".room-who button").click();
  await signIn(page, "nina", "correct horse battery");
  await expect(page).toHaveURL("/staff/sign-in/code?then=/desk");
  await auditedAll(page);
  // The one that turned it on is used up; the next one is taken already.
  await page.locator("#code").fill(code(key, 1));
  await page.locator("main form button").click();
  await expect(page).toHaveURL("/desk");
  await page.locator(".room-who button").click();
  await signIn(page, "nina", "correct horse battery");
  await page.locator("#code").fill(recovery.toLowerCase());
  await page.locator("main form button").click();
  await expect(page).toHaveURL("/desk");
});

test("whoever stands in answers, and what a leaver owned needs a person", async ({
  page,
  staff,
  browser,
}) => {
  test.slow();
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  const context = await browser.newContext({ javaScriptEnabled: !asleep() });
  const owner = await context.newPage();
  await owner.goto(new URL("/staff/sign-in", page.url()).href);
  await owner.locator("#login").fill("coordinator");
  await owner.locator("#password").fill("farbridge-demo");
  await owner.locator("main form .button").click();
  const origin = new URL(page.url()).origin;
  await expect(async () => {
    await owner.goto(`${origin}/desk/case/${reference}`);
    await expect(owner.locator("form[action='/api/desk/accept']")).toHaveCount(1, { timeout: 100 });
  }).toPass({ timeout: 15_000 });
  await does(owner, "accept");

  await owner.goto(`${origin}/desk/account`);
  await owner.locator("#away-part ~ p a.button").click();
  await audited(owner);
  await owner.locator("form[action$=away] button").click();
  await expect(owner.locator(".faults a").first()).toBeVisible();
  await audited(owner);
  await owner.locator("#until").fill("2027-06-01T09:00");
  await owner.locator("#deputy").selectOption({ index: 1 });
  const deputy = await owner.locator("#deputy option:checked").textContent();
  await owner.locator("form[action$=away] button").click();
  await expect(owner.locator(".absences li")).toHaveCount(1);
  await audited(owner);
  expect(deputy).toBeTruthy();
  await staff.goto(`/desk/case/${reference}`);
  await expect(staff.locator("#facts ~ dl")).toContainText("stands in");
  await audited(staff);

  await staff.goto("/desk/staff");
  await staff.locator("tbody a", { hasText: "黃志明" }).click();
  await auditedAll(staff);
  const leave = await fold(staff, "leave");
  await audited(staff);
  await leave.locator("button").click();
  await expect(staff.locator(".state.warn").first()).toBeVisible();
  await auditedAll(staff);
  await owner.goto(`${origin}/desk`);
  await expect(owner).toHaveURL(/staff\/sign-in/);
  await context.close();

  await staff.goto("/desk");
  await expect(staff.locator(".waiting")).toContainText(reference);
  await auditedAll(staff);
  await comesUp(staff, reference, "own");
  await auditedAll(staff);
  await does(staff, "own");
  await staff.goto("/desk");
  await expect(staff.locator(".waiting", { hasText: reference })).toHaveCount(0);

  await page.goto(`/track/${reference}`);
  const told = await page.locator("main").innerText();
  for (const inner of ["黃志明", "stands in", "Needs a person"]) {
    expect(told).not.toContain(inner);
  }
});

test("what is typed of an absence stays in another language", async ({ staff }) => {
  await staff.goto("/desk/staff");
  await staff.locator("tbody a", { hasText: "黃志明" }).click();
  await staff.locator("#until").fill("2030-01-02T10:00");
  await staff.locator("#deputy").selectOption({ index: 1 });
  const deputy = await staff.locator("#deputy").inputValue();
  await staff.locator(".languages button[lang=zh-Hant]").click();
  await expect(staff.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(staff.locator("#until")).toHaveValue("2030-01-02T10:00");
  await expect(staff.locator("#deputy")).toHaveValue(deputy);
  await expect(staff.locator(".faults")).toHaveCount(0);
  await audited(staff);
});

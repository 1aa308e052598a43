// Telling the customer: a fault whose receipt, answer and "is it fixed?" come by mail, an incident
// whose followers are told, asked, and told again that it is not over.

import type { Page } from "@playwright/test";
import { act, comesUp, does, finishCase } from "./desk.ts";
import { audited, auditedAll, expect, test } from "./mailed.ts";
import { send, walk } from "./walk.ts";

/** Reports a fault with an address for mail, and returns its reference. */
async function report(page: Page, email: string, product = "mobile") {
  await walk(page, "/fault", "/check", { contact: "email", email, product });
  return send(page);
}

/** Opens what a letter leads to, with the one button of its page. */
async function open(page: Page, link: string) {
  await page.goto(new URL(link).pathname);
  await page.locator("form[action='/api/track/open'] button").click();
}

test("receipt, answer and “is it fixed?” come by mail, and notices can be stopped", async ({
  page,
  staff,
  mailbox,
}) => {
  test.slow();
  const to = `mei-${Date.now()}@example.com`;
  const reference = await report(page, to);
  const receipt = await mailbox.next(to, "we have your request");
  expect(receipt.text).toContain(reference);

  await comesUp(staff, reference, "accept");
  await does(staff, "accept");
  await does(staff, "reply", "Somebody comes to see the mast tomorrow.");
  const answer = await mailbox.next(to, `we have answered ${reference}`);
  expect(answer.text).not.toContain("mast");
  await page.context().clearCookies();
  await open(page, answer.link);
  await expect(page.getByText("see the mast tomorrow")).toBeVisible();

  await finishCase(staff, reference, "The mast is mended.");
  const asked = await mailbox.next(to, `is ${reference} fixed?`);
  await open(page, asked.link);
  await expect(page.locator("#fixed")).toBeVisible();
  await page.locator("#news").scrollIntoViewIfNeeded();
  await expect(page.getByText("We also write to m•••@…")).toBeVisible();
  await auditedAll(page);

  await page.locator("#text").fill("Half a sentence");
  await page.locator("[formaction='/api/track/notices']").click();
  await expect(page.locator("[formaction='/api/track/notices'][value=resume]")).toBeVisible();
  await expect(page.locator("#text")).toHaveValue("Half a sentence");
  await auditedAll(page);
  await page.locator("[formaction='/api/track/notices']").click();
  await expect(page.locator("[formaction='/api/track/notices'][value=stop]")).toBeVisible();

  await page.locator("main a[href$='/contact']").click();
  await page.locator("#contact").fill("nobody at home");
  await page.locator("form#step .acts button").click();
  await expect(page.locator(".faults a").first()).toHaveAttribute("href", "#contact");
  await auditedAll(page);
  await page.locator("#contact").fill(`new-${to}`);
  await page.locator("form#step .acts button").click();
  await expect(page.getByText("We also write to n•••@…")).toBeVisible();

  await staff.goto(`/desk/case/${reference}`);
  await auditedAll(staff);
  await staff.locator("#told").locator("xpath=..").locator("details summary").click();
  await act(staff, "link").locator("button").click();
  await staff.waitForURL(/did=link/);
  await mailbox.next(`new-${to}`, "a new private link");
  await page.goto(new URL(asked.link).pathname);
  await page.locator("form[action='/api/track/open'] button").click();
  await expect(page.getByText("We also write to")).toHaveCount(0);
});

test("an incident is told to its cases and followers, asked about, and not over after all", async ({
  page,
  staff,
  browser,
  mailbox,
}) => {
  test.slow();
  const at = Date.now();
  const to = `li-${at}@example.com`;
  const reference = await report(page, to, "leased-line");
  await mailbox.next(to, "we have your request");
  await comesUp(staff, reference, "accept");
  await staff.locator("main a[href^='/desk/incidents?from=']").click();
  const form = act(staff, "incident");
  await auditedAll(staff);
  await form.locator("#title").fill("专线中断");
  await form.locator("#text").fill("设备故障，正在更换。");
  await form.locator("button").last().click();
  await staff.waitForURL(/did=announce/);
  await mailbox.next(to, `news of the fault behind ${reference}`);

  await page.goto("/status");
  await auditedAll(page);
  const card = page.locator(".card", { hasText: "专线中断" }).first();
  const follow = await card.locator("a[href^='/status/follow/']").getAttribute("href");
  const followers = ["a", "b", "c"].map((name) => `${name}-${at}@example.com`);
  for (const follower of followers) {
    await page.goto(follow ?? "");
    await page.locator("#contact").fill(follower);
    await page.locator("form#step .acts button").click();
    await expect(page).toHaveURL(/followed/);
    await mailbox.next(follower, "we will tell you");
  }
  await page.goto(follow ?? "");
  await auditedAll(page);
  await page.locator("form#step .acts button").click();
  await expect(page.locator(".faults a").first()).toHaveAttribute("href", "#contact");

  const incident = `/desk/incident/${(follow ?? "").split("/").pop()}`;
  await staff.goto(incident);
  await auditedAll(staff);
  await act(staff, "incident-tell").locator("button").last().click();
  await expect(staff.locator(".faults a").first()).toHaveAttribute("href", "#text");
  await act(staff, "incident-tell").locator("#text").fill("新设备已到。");
  await act(staff, "incident-tell").locator("button").last().click();
  await staff.waitForURL(/did=tell/);
  await mailbox.next(to, `news of the fault behind ${reference}`);
  await mailbox.next(followers[0], "news of a fault");

  await act(staff, "incident-end").locator("button").click();
  await staff.waitForURL(/did=end/);
  await mailbox.next(to, `is ${reference} fixed?`);
  for (const follower of followers) {
    const asked = await mailbox.next(follower, "does it work again?");
    const context = await browser.newContext({ baseURL: new URL(asked.link).origin });
    const other = await context.newPage();
    await other.goto(new URL(asked.link).pathname);
    await audited(other);
    await other.locator("[value=no]").click();
    await expect(other).toHaveURL(/does-not/);
    await context.close();
  }
  await mailbox.next(followers[0], "not over after all");
  await mailbox.next(to, `news of the fault behind ${reference}`);
  await page.goto("/status");
  await expect(page.locator(".card", { hasText: "专线中断" }).first()).toContainText(
    "Being fixed again",
  );
  await auditedAll(page);
  await staff.goto(incident);
  await auditedAll(staff);
});

// The built-in desk: everything staff can open and do there.

import type { Page } from "@playwright/test";
import { act, comesUp, does, signIn } from "./desk.ts";
import { audited, auditedAll, expect, test } from "./onefront.ts";
import { choose, send, walk } from "./walk.ts";

test("staff sign in, are told what is wrong, and sign out", async ({ page, auditAll }) => {
  await page.goto("/desk/incidents");
  await expect(page).toHaveURL("/staff/sign-in?then=/desk/incidents");
  await auditAll();
  await page.locator("#login").fill("nobody");
  await page.locator("#password").fill("wrong");
  await page.locator("main form .button").click();
  await expect(page.locator(".faults a")).toHaveAttribute("href", "#login");
  await auditAll();
  await page.goto("/staff/sign-in?wait");
  await auditAll();
  await signIn(page, "network");
  await page.locator(".room-who button").click();
  await expect(page).toHaveURL("/staff/sign-in?out");
  await auditAll();
});

test("the queue shows what is to be done and what was", async ({ staff }) => {
  test.slow();
  await auditedAll(staff);
  await staff.locator('.tabs a[href$="show=done"]').click();
  await expect(staff.locator("tbody tr").first()).toBeVisible();
  await auditedAll(staff);
  await staff.locator(".pager a[rel=next]").click();
  await auditedAll(staff);
  await staff.goto("/desk/case/7K4M-9QXT-2R-H");
  await auditedAll(staff);
});

test("an outbox without trouble says so", async ({ staff }) => {
  await staff.goto("/desk/outbox");
  await expect(staff.locator(".drawing")).toBeVisible();
  await auditedAll(staff);
});

test("a question to the customer waits for their answer", async ({ page, staff, audit }) => {
  test.slow();
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  await does(staff, "accept");
  await act(staff, "reply").locator("textarea").fill("Since when?");
  await act(staff, "reply").locator("[value=ask]").click();
  await staff.waitForURL(/[?&]did/);
  await page.goto(`/track/${reference}`);
  await expect(page.getByText("Waiting for you", { exact: true })).toBeVisible();
  await audit();
  await page.locator("#text").fill("Since Monday.");
  await page.locator("form#step .acts button").click();
  await expect(page.getByText("Waiting for you", { exact: true })).toHaveCount(0);
});

test("a case is taken, answered, noted and done", async ({ page, staff }) => {
  test.slow();
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  await auditedAll(staff);
  await does(staff, "accept");
  await audited(staff);
  await does(staff, "reply", "");
  await expect(staff.locator(".faults a")).toHaveAttribute("href", "#reply");
  await auditedAll(staff);
  await does(staff, "reply", "You can have it from Monday on.");
  await does(staff, "note", "Has asked twice before.");
  await expect(staff.locator(".side-below .entry-body")).toHaveText("Has asked twice before.");
  await act(staff, "finish").locator("xpath=..").locator("summary").click();
  await audited(staff);
  await does(staff, "finish", "All set for Monday.");
  await auditedAll(staff);
  await page.goto(`/track/${reference}`);
  await expect(page.getByText("from Monday on")).toBeVisible();
  await expect(page.getByText("asked twice")).toHaveCount(0);
});

test("an incident is opened, told, joined and ended", async ({ page, staff, audit, auditAll }) => {
  test.slow();
  await staff.goto("/desk/incidents");
  await auditedAll(staff);
  await act(staff, "incident").locator("button").click();
  await expect(staff.locator(".faults a").first()).toBeVisible();
  await auditedAll(staff);
  await announce(staff, "No dial tone");
  await audited(staff);

  await page.goto("/status");
  await expect(page.getByRole("heading", { name: "No dial tone" })).toBeVisible();
  await audit();
  await walk(page, "/fault", "/known", { product: "fixed-line" });
  await auditAll();
  // A second cause at the same place: now it is asked which one.
  await announce(staff, "Crackling on the line");
  await page.reload();
  await auditAll();
  await choose(page.locator("input[name=incident]").last());
  await page.locator("form#step [value=join]").click();
  await expect(page).toHaveURL("/fault/joined");
  await auditAll();

  await staff.reload();
  await card(staff, "No dial tone").locator("summary").click();
  await audited(staff);
  for (const title of ["No dial tone", "Crackling on the line"]) {
    const mine = card(staff, title);
    if (!(await mine.locator("details[open]").count())) await mine.locator("summary").click();
    await mine.locator("form[action$=incident-end] button").click();
    await expect(mine.locator(".state.good")).toBeVisible();
  }
  await auditedAll(staff);
});

/** Opens an incident of the fixed line in the whole of the first province. */
async function announce(staff: Page, title: string) {
  const form = act(staff, "incident");
  await form.locator("#product").selectOption("fixed-line");
  await form.locator("#place").selectOption({ index: 1 });
  await form.locator("#title").fill(title);
  await form.locator("#text").fill("An exchange is without power.");
  await form.locator("button").click();
  await expect(card(staff, title)).toBeVisible();
}

function card(staff: Page, title: string) {
  return staff.locator(".card", { hasText: title });
}

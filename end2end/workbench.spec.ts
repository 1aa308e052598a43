// The desk to work from all day: finding, doing the same to several, beginning from a template, and
// two at work on one case. All of it without a script as well.

import { asleep } from "./axe.ts";
import { act, comesUp, does, openCase, signIn } from "./desk.ts";
import { audited, expect, test } from "./onefront.ts";
import { send, walk } from "./walk.ts";

test("a case is found by its number and by what was said", async ({ page, staff }) => {
  test.slow();
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  await does(staff, "note", "松鼠咬断了线");
  for (const typed of [reference, "松鼠", "咬断了线"]) {
    await staff.goto("/desk/search");
    await staff.locator("#q").fill(typed);
    await staff.locator(".look button").click();
    await expect(staff.locator(`a[href="/desk/case/${reference}"]`)).toBeVisible();
    await expect(staff).toHaveURL("/desk/search");
  }
  await audited(staff);
  await staff.locator("#q").fill("章鱼");
  await staff.locator(".look button").click();
  await expect(staff.locator(".drawing")).toBeVisible();
  await audited(staff);
});

test("what is done to several ends for each by itself", async ({ staff }) => {
  test.slow();
  await staff.goto("/desk?show=unassigned");
  await staff.locator("[value=take]").click();
  await expect(staff.locator(".notice.warn")).toBeVisible();
  await audited(staff);
  const box = staff.locator("input.pick").first();
  const reference = (await box.getAttribute("name"))?.split(".").at(-1);
  await box.check();
  await staff.locator("[value=take]").click();
  await expect(staff).toHaveURL(/done=1&late=0&gone=0/);
  await expect(staff.locator(".notice.good")).toBeVisible();
  await staff.goto("/desk?show=mine");
  await expect(staff.locator(`a[href="/desk/case/${reference}"]`).first()).toBeVisible();
  await audited(staff);
});

test("a template stands behind what was typed", async ({ page, staff }) => {
  test.slow();
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  await act(staff, "reply").locator("textarea").fill("Typed before.");
  await act(staff, "reply").locator("summary").click();
  await audited(staff);
  await staff.locator("#template").selectOption({ index: 1 });
  if (asleep()) await act(staff, "reply").locator("[formaction]").click();
  await expect(staff.locator("#reply")).toHaveValue(/^Typed before\.\n\n.+/);
});

test("who answers to what is not so any more is told what is new", async ({ browser, page, staff }) => {
  test.slow();
  if (!asleep()) {
    // A page that hears of it before anything is sent is not late; this one hears nothing.
    const nothing = { contentType: "text/event-stream", body: "retry: 600000\n\n" };
    await staff.route("**/desk/events", (route) => route.fulfill(nothing));
  }
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(other, "manager");
  await openCase(other, reference);
  await does(other, "reply", "The manager was first.");
  await act(staff, "reply").locator("textarea").fill("I was second.");
  await act(staff, "reply").locator("button").first().click();
  await expect(staff.locator(".notice .news")).toContainText("The manager was first.");
  await expect(staff.locator("#reply")).toHaveValue("I was second.");
  await audited(staff);
  await does(staff, "reply", "I was second.");
  await other.context().close();
});

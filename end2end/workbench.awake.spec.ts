// What the desk's script adds: keys, and news as they come.

import { act, comesUp, does, openCase, signIn } from "./desk.ts";
import { expect, test } from "./onefront.ts";
import { send, walk } from "./walk.ts";

test("keys lead through the desk, and never while somebody types", async ({ staff }) => {
  await staff.goto("/desk");
  await expect(staff.locator("html[data-desk]")).toHaveCount(1);
  await staff.keyboard.press("j");
  await expect(staff.locator("tbody tr").first().locator("a")).toBeFocused();
  await staff.keyboard.press("j");
  await expect(staff.locator("tbody tr").nth(1).locator("a")).toBeFocused();
  await staff.keyboard.press("o");
  await staff.waitForURL("**/desk/case/*");
  await staff.keyboard.press("n");
  await expect(staff.locator("#note")).toBeFocused();
  await staff.keyboard.type("j/?k");
  await expect(staff.locator("#note")).toHaveValue("j/?k");
  await staff.locator("h1").click();
  await staff.keyboard.press("?");
  await expect(staff.locator("#keys[open]")).toBeVisible();
  await staff.locator("#keys-off").check();
  await staff.keyboard.press("/");
  await expect(staff).toHaveURL(/desk\/case/);
  await staff.locator("#keys-off").uncheck();
});

test("a template is there as soon as it is chosen, and one after another is no two", async ({ page, staff }) => {
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  await does(staff, "accept");
  await expect(staff.locator("html[data-desk]")).toHaveCount(1);
  const reply = staff.locator("#reply");
  await reply.fill("Dear Mr Li,");
  await staff.locator("details.act", { has: staff.locator("#template") }).locator("summary").click();
  await expect(staff.locator("#template-put")).toBeHidden();
  const template = staff.locator("#template");
  await template.focus();
  await template.selectOption({ index: 1 });
  await expect(reply).toHaveValue(/^Dear Mr Li,\n\n.{20}/);
  const first = await reply.inputValue();
  await expect(template).toBeFocused();
  await expect(staff.locator("#live-news")).toBeVisible();
  await template.selectOption({ index: 2 });
  await expect(reply).not.toHaveValue(first);
  const second = await reply.inputValue();
  expect(second.startsWith("Dear Mr Li,\n\n")).toBe(true);
  expect(second).not.toContain(first.slice("Dear Mr Li,".length));
  await reply.fill(`${second} Yours`);
  await template.selectOption({ index: 1 });
  await expect(reply).toHaveValue(`${second} Yours${first.slice("Dear Mr Li,".length)}`);
});

test("what is typed in every form of a page stays while one of them is sent", async ({ page, staff }) => {
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  await does(staff, "accept");
  const [reply, note] = [staff.locator("#reply"), staff.locator("#note")];
  const finish = act(staff, "finish");
  await reply.fill("Half a reply");
  await note.fill("Half a note");
  await staff.locator("details.act", { has: finish }).locator("summary").click();
  await finish.locator("textarea").fill("Half a finding");
  await staff.locator('.languages button[lang="zh-Hant"]').click();
  await expect(staff.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(reply).toHaveValue("Half a reply");
  await expect(note).toHaveValue("Half a note");
  await expect(finish.locator("textarea")).toHaveValue("Half a finding");
  await expect(finish.locator("textarea")).toBeVisible();
  await note.locator("xpath=ancestor::form").locator("button").click();
  await staff.waitForURL(/did=note/);
  await expect(reply).toHaveValue("Half a reply");
  await expect(note).toHaveValue("");
  // Whoever signs out leaves nothing behind in the browser.
  await staff.locator('form[action="/api/staff/sign-out"] button').click();
  await signIn(staff, "front");
  expect(await staff.evaluate(() => sessionStorage.length)).toBe(0);
});

test("every open tab shows what a colleague did", async ({ browser, page, staff }) => {
  test.slow();
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await comesUp(staff, reference, "accept");
  const beside = await staff.context().newPage();
  await openCase(beside, reference);
  await expect(beside.locator("html[data-desk]")).toHaveCount(1);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "manager");
  await openCase(other, reference);
  // The stream begins with what is there; only what comes after it is news.
  await expect(async () => {
    await does(other, "note", "Seen by everybody.");
    for (const tab of [staff, beside]) {
      await expect(tab.getByText("Seen by everybody.").first()).toBeVisible({ timeout: 3000 });
    }
  }).toPass({ timeout: 20_000 });
  await other.context().close();
  await beside.close();
});

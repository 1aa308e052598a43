// Looking after kiosks that are paired: another name and another shop, what of theirs nobody could read,
// and a queue that is handed in. In a house of its own, as kiosks are seen by everybody who looks after any.

import type { Page } from "@playwright/test";
import { signIn } from "./desk.ts";
import { Device } from "./device.ts";
import { languages } from "./languages.mjs";
import { audited, auditedAll, expect, house, speak, test as base } from "./onefront.ts";

const test = base.extend({ server: house() });

/** Opens the page of a kiosk from the list of all. */
async function look(staff: Page, name: string) {
  await staff.goto("/desk/kiosks");
  await staff.locator("tbody a", { hasText: name }).click();
  await expect(staff.locator("h1")).toContainText(name);
}

/** The form of an act, unfolded. */
async function form(staff: Page, act: string, of = staff.locator("main")) {
  const form = `form[action="/api/fleet/${act}"]`;
  const folded = of.locator("details:not([open])", { has: staff.locator(form) }).locator("summary");
  if (await folded.count()) await folded.click();
  return of.locator(form);
}

test("a kiosk gets another name and another shop, and stays the kiosk it is", async ({ browser, staff }) => {
  test.slow();
  const kiosk = await Device.paired(browser, staff, "by the stairs", "lancheng-donghu");
  await look(staff, "by the stairs");
  let place = await form(staff, "place");
  await expect(place.locator("#shop")).toHaveValue("lancheng-donghu");
  await place.locator("#name").fill(" ");
  await place.locator("#shop").selectOption("wangjin-binhe");
  await place.locator("button").click();
  await expect(staff).toHaveTitle(/^Error:/);
  await expect(staff.locator(".faults a")).toHaveAttribute("href", "#name");
  place = await form(staff, "place");
  await expect(place.locator("#shop"), "what was chosen is still there").toHaveValue("wangjin-binhe");
  await audited(staff);
  await place.locator("#name").fill("by the window");
  await place.locator("button").click();
  await expect(staff.locator(".notice.good")).toContainText("Name and shop are saved");
  await expect(staff.locator("h1")).toHaveText("Binhe shop by the window");
  await expect(staff.locator("[aria-labelledby=log]")).toContainText(
    "by the stairs (lancheng-donghu) → by the window (wangjin-binhe)",
  );
  await auditedAll(staff);

  await kiosk.beat();
  await staff.goto("/desk/kiosks");
  const row = staff.locator("tbody tr", { hasText: "by the window" });
  await expect(row).toContainText("Binhe shop");
  await expect(row).toContainText("Working");
  await expect(staff.locator("tbody")).not.toContainText("by the stairs");
});

test("what nobody could read is shown with what helps, and thrown away only with a reason", async ({
  browser,
  staff,
}) => {
  test.slow();
  const kiosk = await Device.paired(browser, staff, "by the lift", "lancheng-donghu");
  const torn = kiosk.enquiry("Changed on the way.");
  torn.header.offset += 1;
  const keyless = kiosk.enquiry("Sealed to a key that is gone.", kiosk.keyThatIsGone);
  expect(await kiosk.send(torn, keyless)).toEqual(["set-aside", "set-aside"]);
  await kiosk.beat();
  await staff.goto("/desk/kiosks");
  const row = staff.locator("tbody tr", { hasText: "by the lift" });
  await expect(row).toContainText("2 unreadable");
  await fits(staff, 1280);

  await look(staff, "by the lift");
  const cards = staff.locator("[aria-labelledby=unread] .card");
  const [its, other] = [torn, keyless].map(({ header }) => cards.filter({ hasText: header.reference! }));
  await expect(its).toContainText("It does not open");
  await expect(other).toContainText("Its key is missing");
  await expect(other).toContainText(`sealed to key ${keyless.header.key_id}`);
  await auditedAll(staff);

  // Trying again is for whoever looks after the kiosk, and loses nothing; throwing away is not.
  const manager = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(manager, "manager");
  await manager.goto(staff.url());
  await expect(manager.locator("form[action='/api/fleet/drop']")).toHaveCount(0);
  await manager.locator("form[action='/api/fleet/read'] button").click();
  await expect(manager.locator("[aria-labelledby=unread] .card")).toHaveCount(2);
  await manager.context().close();

  await (await form(staff, "drop", its)).locator("button").click();
  await expect(staff.locator(".faults a")).toHaveAttribute("href", "#reason");
  await expect(cards).toHaveCount(2);
  await audited(staff);
  const drop = await form(staff, "drop", its);
  await drop.locator("#reason").fill("Called; it was sent again.");
  await drop.locator("button").click();
  await expect(staff.locator(".notice.good")).toContainText("It is thrown away");
  await expect(its).toHaveCount(0);
  await expect(other).toHaveCount(1);
  const done = staff.locator("[aria-labelledby=log] li", { hasText: "Unreadable submission thrown away" });
  await expect(done).toContainText("Called; it was sent again.");
  await staff.reload();
  await expect(cards).toHaveCount(1);
});

test("a file that is no queue is said so where it is mended", async ({ browser, staff }) => {
  test.slow();
  await Device.paired(browser, staff, "by the till", "lancheng-donghu");
  await look(staff, "by the till");
  // Something else was wrong before.
  const place = await form(staff, "place");
  await place.locator("#name").fill(" ");
  await place.locator("button").click();
  await expect(staff.locator(".faults a")).toHaveAttribute("href", "#name");
  const handIn = await form(staff, "hand-in");
  const file = { name: "queue.json", mimeType: "application/json", buffer: Buffer.from("{ no queue") };
  await handIn.locator("#file").setInputFiles(file);
  await handIn.locator("button").click();
  await expect(staff).toHaveTitle(/^Error:/);
  await expect(staff.locator(".faults a")).toHaveAttribute("href", "#file");
  await expect(staff.locator("#file")).toBeVisible();
  await expect(staff.locator("#file")).toHaveAttribute("aria-invalid", "true");
  await audited(staff);
});

/** Nothing on the page is to be scrolled sideways on a screen of this width, in any language. */
async function fits(page: Page, width: number) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  for (const { tag } of languages) {
    await speak(page, tag);
    const beyond = await page.locator("main .table").evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(beyond, `pixels that do not fit in ${tag}`).toBe(0);
  }
  await speak(page, "en");
  if (before) await page.setViewportSize(before);
}

// The keyboard on a kiosk's screen: Chinese by pinyin and zhuyin, the pad, addresses, never over the
// field, reachable by Tab, and beside a hardware keyboard.

import type { Locator, Page } from "@playwright/test";
import { begin, choose, millimetres, onward, panel } from "../kiosk.ts";
import { open } from "./opened.ts";
import { expect, onKiosk as test } from "./paired.ts";

const keyboard = (page: Page) => page.locator(".keyboard");

/** The key that shows exactly this. */
const key = (page: Page, shown: string) =>
  page.locator(".keyboard-row .key").filter({ hasText: new RegExp(`^${shown.replace(/[.*+?^$()|[\]\\/]/g, "\\$&")}$`) });

async function press(page: Page, shown: string) {
  for (const one of shown) await key(page, one).tap();
}

/** The choice that writes exactly this. */
const choice = (page: Page, text: string) =>
  page.locator(".keyboard-choice").filter({ hasText: new RegExp(`^\\d?${text}$`) });

/** To the step on which an enquiry is told, with its field entered. */
async function telling(page: Page, lang: string) {
  await open(page);
  await begin(page, lang);
  await page.locator(".kiosk-card").nth(1).tap();
  await choose(page, "topic");
  await onward(page);
  const details = page.locator("#details");
  await details.tap();
  await expect(keyboard(page)).toBeVisible();
  return details;
}

/** To a field of the contact step. */
async function contact(page: Page, lang: string, way: "phone" | "email") {
  const details = await telling(page, lang);
  await details.fill("12345 67890");
  await onward(page);
  await page.locator(`label[for="${await page.locator(`[value="${way}"]`).getAttribute("id")}"]`).tap();
  const field = page.locator(`#${way}`);
  await field.tap();
  return field;
}

async function boxes(all: Locator) {
  return all.evaluateAll((found) =>
    found.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
}

test("pinyin becomes words, by choices or by their numbers", async ({ page }) => {
  const details = await telling(page, "zh-Hans");
  await press(page, "nihao");
  await expect(page.locator(".keyboard-typed")).toHaveText("nihao");
  await choice(page, "你好").tap();
  await expect(details).toHaveValue("你好");
  await expect(details).toBeFocused();
  await expect(page.locator(".keyboard-typed")).toHaveText("");

  await press(page, "，");
  await page.keyboard.type("kuandai");
  await expect(choice(page, "宽带")).toBeVisible();
  await page.keyboard.press("1");
  await expect(details).toHaveValue("你好，宽带");
  await page.keyboard.type("wifi");
  await page.keyboard.press("Enter");
  await expect(details).toHaveValue("你好，宽带wifi");
});

test("zhuyin becomes words, and a character is named by a word that has it", async ({ page }) => {
  const details = await telling(page, "zh-Hant");
  await press(page, "ㄋㄧˇㄏㄠˇ");
  await choice(page, "你好").tap();
  await press(page, "ㄇㄚˇ");
  await expect(choice(page, "馬")).toHaveAccessibleName(/^馬，.*馬.*的馬$/);
  await choice(page, "馬").tap();
  await expect(details).toHaveValue("你好馬");

  // As a keyboard from Taiwan is marked: s u 3 is ㄋㄧˇ, and a space is the first tone.
  await page.keyboard.type("su3");
  await expect(page.locator(".keyboard-typed")).toHaveText("ㄋㄧˇ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("1");
  await expect(details).toHaveValue("你好馬你");
});

test("whatever was typed is taken back key by key", async ({ page }) => {
  const details = await telling(page, "zh-Hans");
  await press(page, "ni");
  await choice(page, "你").tap();
  await press(page, "hao");
  for (const left of ["ha", "h", ""]) {
    await page.getByRole("button", { name: "删除" }).tap();
    await expect(page.locator(".keyboard-typed")).toHaveText(left);
    await expect(details).toHaveValue("你");
  }
  await page.getByRole("button", { name: "删除" }).tap();
  await expect(details).toHaveValue("");
});

test("choices are on pages", async ({ page }) => {
  await telling(page, "zh-Hans");
  await press(page, "yi");
  const first = await page.locator(".keyboard-choice").allInnerTexts();
  expect(first.length).toBeLessThanOrEqual(9);
  await page.getByRole("button", { name: "下一页" }).tap();
  await expect(page.locator(".keyboard-choice").first()).not.toHaveText(first[0] ?? "");
  await page.getByRole("button", { name: "上一页" }).tap();
  await expect.poll(() => page.locator(".keyboard-choice").allInnerTexts()).toEqual(first);
});

test("a phone number has a pad, an address its marks", async ({ page }) => {
  const phone = await contact(page, "en", "phone");
  await expect(key(page, "q")).toHaveCount(0);
  await press(page, "+8613");
  await expect(phone).toHaveValue("+8613");
  await page.getByRole("button", { name: "Delete" }).tap();
  await expect(phone).toHaveValue("+861");

  const email = await contact(page, "zh-Hant", "email");
  await press(page, "wei@a");
  await key(page, ".com").tap();
  await expect(email).toHaveValue("wei@a.com");
  await expect(page.getByRole("button", { name: "空白鍵" })).toHaveCount(0);
});

test("a key is what the browser itself would tell of typing", async ({ page }) => {
  const details = await telling(page, "en");
  await details.evaluate((field) => {
    field.addEventListener("input", (event) => {
      const { inputType, isTrusted } = event as InputEvent;
      field.dataset.told = `${field.dataset.told ?? ""} ${inputType}:${isTrusted}`;
    });
  });
  await page.getByRole("button", { name: "Capitals" }).tap();
  await press(page, "Hi");
  await page.getByRole("button", { name: "Delete" }).tap();
  await page.getByRole("button", { name: "New line" }).tap();
  await expect(details).toHaveValue("H\n");
  const told = await details.getAttribute("data-told");
  expect(told).toContain("insertText:true");
  expect(told).toContain("deleteContentBackward:true");
});

for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
  for (const large of [false, true]) {
    test(`no key is too small, too near or over the field: ${lang}${large ? ", large" : ""}`, async ({
      page,
    }) => {
      for (const go of [telling, (page: Page, lang: string) => contact(page, lang, "email")]) {
        const field = await go(page, lang);
        if (large) {
          await page.locator(".kiosk-bar button").nth(1).tap();
          await field.tap();
        }
        await press(page, lang === "zh-Hant" && (await key(page, "ㄋ").count()) ? "ㄋㄧ" : "ni");
        await expect(field).toBeInViewport({ ratio: 0.3 });
        const [over] = await boxes(keyboard(page));
        const [under] = await boxes(field);
        if (!over || !under) throw new Error("both are there");
        expect(under.top).toBeLessThan(over.top);
        expect(under.bottom <= over.top || (await isClipped(field))).toBe(true);

        const keys = await boxes(keyboard(page).getByRole("button"));
        for (const [at, one] of keys.entries()) {
          expect(one.right - one.left).toBeGreaterThanOrEqual(15 / millimetres);
          expect(one.bottom - one.top).toBeGreaterThanOrEqual(15 / millimetres);
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(panel.width);
          expect(one.bottom).toBeLessThanOrEqual(panel.height);
          for (const other of keys.slice(at + 1)) {
            const beside = Math.max(other.left - one.right, one.left - other.right);
            const below = Math.max(other.top - one.bottom, one.top - other.bottom);
            expect(Math.max(beside, below)).toBeGreaterThanOrEqual(2 / millimetres);
          }
        }
      }
    });
  }
}

/** A field taller than its room is cut by the page, never by the keyboard. */
async function isClipped(field: Locator) {
  return field.evaluate((one) => {
    const stage = one.closest("main")?.getBoundingClientRect();
    const over = document.querySelector(".keyboard")?.getBoundingClientRect();
    return !!stage && !!over && stage.bottom <= over.top + 1;
  });
}

test("it is reached by Tab, used by Enter, and left again", async ({ page }) => {
  const details = await telling(page, "en");
  const reached = (selector: string) => page.locator(`${selector}:focus`).count();
  let presses = 0;
  const tabTo = async (selector: string) => {
    while (!(await reached(selector))) {
      await page.keyboard.press("Tab");
      presses += 1;
      expect(presses, `caught before ${selector}`).toBeLessThan(120);
    }
  };
  await tabTo(".key");
  await page.keyboard.press("Enter");
  await expect(details).toHaveValue("1");
  expect(await reached(".key")).toBe(1);
  await tabTo(".kiosk-bar button");

  await details.focus();
  await tabTo(".key");
  await page.keyboard.press("Escape");
  await expect(details).toBeFocused();
});

test("it goes with its step, and keeps nothing", async ({ page }) => {
  const details = await telling(page, "zh-Hans");
  await press(page, "mimi");
  await details.fill("秘密的事情和别的话");
  await onward(page);
  await expect(keyboard(page)).toHaveCount(0);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const device = JSON.stringify(await page.context().storageState({ indexedDB: true }));
  for (const typed of ["mimi", "秘密"]) expect(kept + device).not.toContain(typed);
});

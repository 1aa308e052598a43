// The kiosk's own voice, with a stand-in that writes down what it is given: no machine that tests has
// sound. What it sounds like is for people to say (ACCESSIBILITY.md).

import type { Page } from "@playwright/test";
import { begin, choose, onward } from "../kiosk.ts";
import { open } from "./opened.ts";
import { expect, onKiosk as test } from "./paired.ts";

type Said = { text: string; lang: string; volume: number };
type Voice = { said: Said[]; hushed: number; speaking: boolean };
const voice = (page: Page) => page.evaluate(() => (window as unknown as { voice: Voice }).voice);
const all = async (page: Page) => (await voice(page)).said.map((one) => one.text).join("\n");

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const voice: Voice = { said: [], hushed: 0, speaking: false };
    const stand = {
      speak: ({ text, lang, volume }: SpeechSynthesisUtterance) => {
        voice.said.push({ text, lang, volume });
        voice.speaking = true;
      },
      cancel: () => {
        voice.said = [];
        voice.hushed += 1;
        voice.speaking = false;
      },
      get speaking() {
        return voice.speaking;
      },
    };
    Object.defineProperty(window, "speechSynthesis", { value: stand });
    Object.assign(window, { voice });
  });
  await open(page);
});

const aloud = (page: Page) => page.locator(".kiosk-speech button");

test("nothing is said unasked", async ({ page }) => {
  await begin(page, "en");
  expect(await all(page)).toBe("");
});

test("asked for, each screen is read in its language, faults and all", async ({ page }) => {
  await aloud(page).tap();
  await expect.poll(() => all(page)).toContain("按钮");
  await begin(page, "zh-Hant");
  await expect.poll(() => all(page)).toContain("按鈕");
  expect(new Set((await voice(page)).said.map((one) => one.lang))).toEqual(new Set(["zh-TW"]));

  await page.locator(".kiosk-languages [lang=en]").tap();
  await expect.poll(() => all(page)).toContain("button");
  await page.locator(".kiosk-card").nth(1).tap();
  await expect.poll(() => all(page)).toContain("not chosen");
  await page.locator('#step .acts button[value="next"]').tap();
  const fault = await page.locator(".faults").innerText();
  await expect.poll(() => all(page)).toContain(fault.split("\n")[0] ?? "no fault");
});

test("what was typed is not said to everybody", async ({ page }) => {
  await begin(page, "en");
  await page.locator(".kiosk-card").nth(1).tap();
  await choose(page, "topic");
  await onward(page);
  await page.locator("#details").fill("A secret of mine");
  await page.keyboard.press("F1");
  await expect.poll(() => all(page)).toContain("filled in");
  expect(await all(page)).not.toContain("secret of mine");
});

test("whatever is done ends it, and the key says it again", async ({ page }) => {
  await page.keyboard.press("F1");
  await expect.poll(() => all(page)).toContain("English");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await voice(page)).said.length).toBe(1);
  await page.locator(".kiosk-head").tap();
  expect(await all(page)).toBe("");
  await page.keyboard.press("F1");
  await expect.poll(() => all(page)).toContain("English");
  await page.getByRole("button", { name: "停止朗读" }).tap();
  await begin(page, "en");
  expect(await all(page)).toBe("");
});

test("its measure is as new for the next customer", async ({ page }) => {
  const loud = async () => (await voice(page)).said[0]?.volume ?? 0;
  await aloud(page).tap();
  await expect.poll(loud).toBeGreaterThan(0);
  const first = await loud();
  await aloud(page).nth(1).tap();
  await expect.poll(loud).toBeGreaterThan(first);
  await page.reload();
  await aloud(page).tap();
  await expect.poll(loud).toBe(first);
});

test("nobody is idle who is being read to, but a voice that hangs ends", async ({ page }) => {
  await page.clock.install();
  await page.reload();
  await begin(page, "en");
  await page.keyboard.press("F1");
  await page.clock.runFor(1_000);
  await expect.poll(() => all(page)).not.toBe("");
  await page.clock.runFor(100_000);
  await expect(page.locator("#warning")).toHaveCount(0);
  await page.clock.runFor(130_000);
  await expect(page.locator("#warning")).toBeVisible();
});

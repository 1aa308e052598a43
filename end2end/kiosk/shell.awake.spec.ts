// The shell in millimetres: what of the list in ACCESSIBILITY.md a machine can measure, on every kind of
// screen, in three languages, in ordinary and in large letters.

import type { Page } from "@playwright/test";
import { answer, begin, enter, millimetres, onward, plainly, ready, step } from "../kiosk.ts";
import { expect, test } from "./paired.ts";

/** What is too small, too near or out of reach on the screen as it stands. */
async function measured(kiosk: Page, capital: number) {
  return kiosk.evaluate(
    ({ millimetres, capital }) => {
      const found: string[] = [];
      const told = (element: Element) =>
        `${element.tagName} "${(element.textContent ?? "").trim().slice(0, 24)}"`;
      const stage = document.querySelector(".kiosk-stage")!.getBoundingClientRect();
      const seen = (element: Element) => {
        const box = element.getBoundingClientRect();
        const drawn = box.width > 0 && box.height > 0 && element.checkVisibility();
        const within = !element.closest(".kiosk-stage") || (box.top >= stage.top && box.bottom <= stage.bottom);
        return drawn && within && !element.closest("[inert]") && !element.matches(".default-act");
      };
      const touched = [...document.querySelectorAll("button, summary, a[href], input:not([type=hidden]), textarea")].filter(seen);
      const boxes = touched.map((element) => ({ element, box: element.getBoundingClientRect() }));
      for (const { element, box } of boxes) {
        const [wide, high] = [box.width * millimetres, box.height * millimetres];
        if (Math.min(wide, high) < 15) found.push(`${told(element)}: ${wide.toFixed(1)} × ${high.toFixed(1)} mm`);
        // 460 of 476 mm of the panel may be touched: its lower edge stands at 760 mm, and 1220 is in reach.
        if (box.top * millimetres < 16) found.push(`${told(element)}: out of reach`);
      }
      for (const [at, one] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) {
          if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
          const across = Math.max(other.box.left - one.box.right, one.box.left - other.box.right);
          const down = Math.max(other.box.top - one.box.bottom, one.box.top - other.box.bottom);
          const gap = Math.max(across, down) * millimetres;
          if (gap < 2) found.push(`${told(one.element)} and ${told(other.element)}: ${gap.toFixed(1)} mm apart`);
        }
      }
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!;
        if (!node.textContent!.trim() || !element.checkVisibility() || element.closest("svg, .unseen")) continue;
        // The capitals of the fonts that we name are 0.69 of the size at least.
        const high = parseFloat(getComputedStyle(element).fontSize) * 0.69 * millimetres;
        if (high < capital - 0.05) found.push(`${told(element)}: capitals of ${high.toFixed(2)} mm`);
      }
      if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the panel");
      return found;
    },
    { millimetres, capital },
  );
}

for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
  test(`everything is large enough, apart and in reach: ${lang}`, async ({ kiosk }, info) => {
    test.slow();
    const look = async (name: string, capital: number) => {
      await info.attach(name, { body: await kiosk.screenshot(), contentType: "image/png" });
      expect(await measured(kiosk, capital), name).toEqual([]);
    };
    await look("attract", 4.8);
    for (const large of [false, true]) {
      const capital = large ? 7.3 : 4.8;
      const size = large ? "large" : "ordinary";
      await kiosk.goto("/kiosk");
      await ready(kiosk);
      await begin(kiosk, lang);
      if (large) await kiosk.locator(".kiosk-bar > button").nth(1).tap();
      await look(`menu ${size}`, capital);
      for (const journey of ["enquiry", "fault", "survey"] as const) {
        await enter(kiosk, journey);
        while (await kiosk.locator("#step").count()) {
          const here = await step(kiosk);
          await look(`${journey} ${here} ${size}`, capital);
          if (here === "check" || (journey === "survey" && here === "words")) break;
          await answer(kiosk, plainly);
          await onward(kiosk);
        }
        await kiosk.locator(".kiosk-finish").tap();
        await look(`leaving ${size}`, capital);
        await kiosk.goto("/kiosk");
        await ready(kiosk);
        await begin(kiosk, lang);
        if (large) await kiosk.locator(".kiosk-bar > button").nth(1).tap();
      }
    }
  });
}

test("help, letters, contrast, languages and the way out stand in one place on every screen", async ({
  kiosk,
}) => {
  const places = () =>
    kiosk.locator(".kiosk-bar button").evaluateAll((all) =>
      all.map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(" ");
      }),
    );
  const first = await places();
  expect(first.length).toBeGreaterThanOrEqual(7);
  await begin(kiosk);
  expect(await places()).toEqual(first);
  await enter(kiosk, "fault");
  expect(await places()).toEqual(first);
});

test("in high contrast the operator's colours give way", async ({ kiosk }) => {
  await begin(kiosk);
  await kiosk.locator(".kiosk-bar > button").nth(2).tap();
  for (const part of [".kiosk-head", '.kiosk-bar [aria-pressed="true"]']) {
    await expect(kiosk.locator(part)).toHaveCSS("background-color", "rgb(0, 0, 0)");
    await expect(kiosk.locator(part)).toHaveCSS("color", "rgb(255, 255, 255)");
  }
});

test("where a finger was, nothing looks chosen or pressed", async ({ kiosk }) => {
  await begin(kiosk);
  await enter(kiosk, "fault");
  const drawn = (part: string, pseudo?: string) =>
    kiosk.locator(part).first().evaluate((element, pseudo) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element, pseudo);
      return [borderTopWidth, borderTopColor, backgroundColor].join(" ");
    }, pseudo);
  for (const [part, pseudo] of [["#step .choice label", "::after"], ['#step .button[value="next"]', undefined]] as const) {
    const before = await drawn(part, pseudo);
    await kiosk.locator(part).first().hover();
    await expect.poll(() => kiosk.locator(part).first().evaluate((it) => it.matches(":hover"))).toBe(true);
    await kiosk.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)));
    expect(await drawn(part, pseudo), part).toBe(before);
  }
});

test("the keys that turn a screen come with what makes it long, not after", async ({ kiosk }) => {
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  for (const open of await kiosk.locator("#step details[open] > summary").all()) await open.tap();
  const keys = kiosk.locator(".kiosk-more");
  await expect(keys).toBeHidden();
  const shown = await kiosk.locator("#step details > summary").evaluateAll(async (folds) => {
    for (const fold of folds) (fold as HTMLElement).click();
    await new Promise(requestAnimationFrame);
    return document.querySelector(".kiosk-more")?.checkVisibility();
  });
  expect(shown).toBe(true);
});

test("without script the kiosk is out of order", async ({ kiosk, browser }) => {
  const asleep = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await kiosk.context().storageState(),
  });
  const page = await asleep.newPage();
  await page.goto(kiosk.url());
  await expect(page.locator("#kiosk")).toContainText("Out of order");
  await asleep.close();
});

// Walks a journey as a patient customer would: reads the step, answers what it asks, goes on.
// Fields are known by the names they are sent under, so the same walk works in every language.

import { expect, type Locator, type Page } from "@playwright/test";

/** What to answer, by the name of the field; for the rest the first that can be chosen. */
export type Answers = Record<string, string>;

/** Nobody is to be called back, and every step has something to say. */
const plain: Answers = {
  contact: "none",
  details: "My bill is higher than last month. Why?",
  line: "0101 2345 6789",
  since: "today",
  words: "Friendly and quick.",
};

/** Walks from a journey's first page until its address ends with `until`; `at` looks at each step. */
export async function walk(
  page: Page,
  start: string,
  until: string,
  answers: Answers = {},
  at: (step: string) => Promise<void> = async () => {},
) {
  await page.goto(start);
  for (let steps = 0; !here(page).endsWith(until); steps += 1) {
    expect(steps, `${start} has no end: stuck at ${here(page)}`).toBeLessThan(20);
    await at(await stepName(page));
    await answer(page, { ...plain, ...answers });
    await goOn(page);
  }
}

/** Answers what the step asks, and does not send it yet. */
export async function answer(page: Page, answers: Answers) {
  const form = page.locator("form#step");
  const radios = form.locator("input[type=radio]");
  const names = await radios.evaluateAll((all) => all.map((it) => (it as HTMLInputElement).name));
  for (const name of new Set(names)) {
    const chosen = answers[name];
    const value = chosen === undefined ? "" : `[value="${chosen}"]`;
    await choose(radios.and(page.locator(`[name="${name}"]${value}`)).first());
  }
  for (const list of await form.locator("select").all()) {
    const chosen = answers[(await list.getAttribute("name")) ?? ""];
    await list.selectOption(chosen ?? { index: 1 });
  }
  for (const field of await form.locator("textarea, input:not([type=hidden], [type=radio])").all()) {
    const name = (await field.getAttribute("name")) ?? "";
    // The catalogue's own questions may be any.
    const day = (await field.getAttribute("type")) === "date" ? today() : "12";
    const words = answers[name] ?? (name.startsWith("q-") ? day : undefined);
    if (words !== undefined) await field.fill(words);
  }
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

/** Presses the words beside a radio button, as people do; opens what they are folded into. */
export async function choose(radio: Locator) {
  const folded = radio.page().locator("details:not([open])", { has: radio }).locator("summary");
  if (await folded.count()) await folded.click();
  await radio.page().locator(`label[for="${await radio.getAttribute("id")}"]`).click();
}

/** Presses what goes on: "continue" or "send", "no, go on", "mine is something else". */
export async function goOn(page: Page) {
  const before = here(page);
  const acts = page.locator("form#step .acts");
  await acts.locator("[value=not-fixed], [value=next]").first().click();
  // Every step has an address of its own; its page is read to the end before anything is asked of it.
  await page.waitForURL((url) => url.pathname !== before, { waitUntil: "domcontentloaded" });
}

/** Sends a journey from its "check your answers" and waits for the receipt. */
export async function send(page: Page) {
  await page.locator("form#step .acts [value=next]").click();
  await page.waitForURL("**/receipt/*");
  return (await page.locator("#reference").innerText()).trim();
}

function here(page: Page) {
  return new URL(page.url()).pathname;
}

/** The step's own name; the address where there is no step, as on a happy ending. */
async function stepName(page: Page) {
  const step = page.locator("form#step > input[name=step]");
  return (await step.count()) ? step.inputValue() : here(page);
}

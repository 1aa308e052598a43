// A visit of a customer in a hurry, for measurements: answers each step of a journey with the first
// thing that can be chosen, and remembers the pages by the way. The end-to-end tests walk with more
// care (end2end/walk.ts); this needs no test runner.

/** Enough for any step that asks for words. */
const words = { line: "0101 2345 6789" };

/**
 * Walks from the first page of a journey to "check your answers".
 * @param {import("@playwright/test").Page} page
 * @param {string} start
 * @returns {Promise<string[]>} the steps' paths; each can be opened again until the journey is sent
 */
export async function visit(page, start) {
  const steps = [];
  await page.goto(start);
  while (!here(page).endsWith("/check")) {
    if (steps.length > 20) throw new Error(`${start} has no end: stuck at ${here(page)}`);
    steps.push(here(page));
    await answer(page);
    await goOn(page, "[value=not-fixed], [value=next]");
  }
  return [...steps, here(page)];
}

/**
 * Sends what was checked.
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<string[]>} the paths of the receipt and the case
 */
export async function send(page) {
  await goOn(page, "[value=next]");
  return [here(page), here(page).replace("/receipt/", "/track/")];
}

async function goOn(page, act) {
  const before = page.url();
  await page.locator("form#step .acts").locator(act).first().click();
  await page.waitForURL((url) => url.href !== before);
}

async function answer(page) {
  const form = page.locator("form#step");
  const radios = await form.locator("input[type=radio]").evaluateAll((all) =>
    all.map(({ id, name, value }) => ({ id, name, value })),
  );
  for (const name of new Set(radios.map((radio) => radio.name))) {
    const group = radios.filter((radio) => radio.name === name);
    // Nobody is to be called back.
    const chosen = group.find((radio) => radio.value === "none") ?? group[0];
    await page.locator(`label[for="${chosen.id}"]`).click();
  }
  for (const list of await form.locator("select").all()) await list.selectOption({ index: 1 });
  for (const [name, said] of Object.entries(words)) {
    const field = form.locator(`#${name}`);
    if (await field.count()) await field.fill(said);
  }
}

function here(page) {
  return new URL(page.url()).pathname;
}

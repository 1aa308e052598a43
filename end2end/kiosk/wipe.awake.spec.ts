// Nothing of a customer is left for the next: twenty secrets are planted through the journeys, and
// looked for wherever somebody who stands at the kiosk could come by them.

import type { BrowserContext, Page } from "@playwright/test";
import { begin, choose, enter, finish, onward, ready, step, walk } from "../kiosk.ts";
import { expect, test } from "./paired.ts";

/** Everything that a profile keeps of an origin, and all that a page shows or holds. */
async function everything(context: BrowserContext, kiosk: Page) {
  const kept = JSON.stringify(await context.storageState({ indexedDB: true }));
  const held = await kiosk.evaluate(async () => {
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const text = /wasm|woff/.test(request.url) ? "" : await answer!.text();
        cached.push(request.url, text);
      }
    }
    const fields = [...document.querySelectorAll("input, textarea")].map(
      (field) => (field as HTMLInputElement).value,
    );
    return [
      location.href,
      document.title,
      document.documentElement.outerHTML,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      window.name,
      ...fields,
      ...cached,
    ].join("\n");
  });
  return `${kept}\n${held}`;
}

test("twenty secrets are nowhere when the next customer comes", async ({ kiosk, context: _ }) => {
  test.slow();
  const context = kiosk.context();
  const secrets: string[] = [];
  const plant = (text: string) => (secrets.push(text), text);

  // What could not be taken, what was left half way, what was sent, and what was looked for.
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await kiosk.locator('label[for="topic-open"]').tap();
  await kiosk.locator("#about").fill(plant("secret-about-1"));
  await onward(kiosk);
  await kiosk.locator("#details").fill(plant("secret-details-2"));
  await kiosk.locator('.kiosk-languages [lang="zh-Hant"]').tap();
  await expect(kiosk.locator("#details")).toHaveValue("secret-details-2");
  await onward(kiosk);
  await choose(kiosk, "contact", "phone");
  await kiosk.locator("#phone").fill(plant("13800138003"));
  await choose(kiosk, "contact", "email");
  await kiosk.locator("#email").fill(plant("secret-four@nowhere"));
  await kiosk.locator('#step .acts button[value="next"]').tap();
  await expect(kiosk.locator(".faults")).toBeVisible();
  await finish(kiosk);

  let planted = 5;
  const typed = (field: string) => {
    if (field === "phone") return plant(`138001380${(planted += 1)}`.padEnd(11, "7"));
    if (field === "email") return plant(`secret-${(planted += 1)}@example.test`);
    if (field.includes("date")) return undefined;
    return plant(`secret-${field}-${(planted += 1)}`);
  };
  await begin(kiosk, "zh-Hans");
  await enter(kiosk, "fault");
  await walk(kiosk, typed);
  const reference = plant((await kiosk.locator("#reference").innerText()).trim());
  const link = plant((await kiosk.locator("#secret-link").innerText()).trim());
  await finish(kiosk);

  await begin(kiosk);
  await enter(kiosk, "survey");
  await choose(kiosk, "rating");
  await walk(kiosk, typed);
  await finish(kiosk);

  await begin(kiosk);
  await enter(kiosk, "look");
  await kiosk.locator("#reference").fill(reference);
  await kiosk.locator("#contact").fill(plant("secret-contact"));
  await kiosk.locator("#step .button").tap();
  await expect(kiosk.locator(".faults")).toBeVisible();
  await finish(kiosk);
  while (secrets.length < 20) {
    await begin(kiosk);
    await enter(kiosk, "enquiry");
    await kiosk.locator('label[for="topic-open"]').tap();
    await kiosk.locator("#about").fill(plant(`secret-more-${secrets.length}`));
    await finish(kiosk);
  }
  expect(new Set(secrets).size).toBeGreaterThanOrEqual(20);

  const looks: string[] = [await everything(context, kiosk)];
  for (const way of ["goBack", "goBack", "goForward", "reload"] as const) {
    await kiosk[way]();
    if (new URL(kiosk.url()).pathname === "/kiosk") looks.push(await everything(context, kiosk));
  }
  await kiosk.goto("/kiosk");
  await ready(kiosk);
  // What a browser would put back into the fields of the same steps.
  await begin(kiosk);
  for (const journey of ["fault", "enquiry", "survey", "look"] as const) {
    await enter(kiosk, journey);
    looks.push(await everything(context, kiosk));
    if (journey === "enquiry") {
      await choose(kiosk, "topic");
      while ((await step(kiosk)) !== "check") {
        looks.push(await everything(context, kiosk));
        const asked = await step(kiosk);
        if (asked === "details") await kiosk.locator("#details").fill("x");
        if (asked === "contact") await choose(kiosk, "contact", "none");
        await onward(kiosk);
      }
    }
    await finish(kiosk);
    await begin(kiosk);
  }
  for (const look of looks) {
    for (const secret of secrets) expect(look.includes(secret), secret).toBe(false);
  }

  // The link itself is the credential: a kiosk opens none.
  for (const path of [new URL(link).pathname, `/track/${reference}`, `/receipt/${reference}`]) {
    await kiosk.goto(path);
    expect(new URL(kiosk.url()).pathname).toBe("/kiosk");
  }
  expect(await kiosk.evaluate(() => history.length)).toBeLessThan(12);
});

test("letters, contrast and language are as new for the next customer", async ({ kiosk }) => {
  const root = kiosk.locator("html");
  const before = await root.getAttribute("lang");
  await begin(kiosk, "en");
  const [, large, contrast] = await kiosk.locator(".kiosk-bar > button").all();
  await large.tap();
  await contrast.tap();
  await expect(root).toHaveAttribute("data-size", "large");
  await expect(root).toHaveAttribute("data-contrast", "more");
  await finish(kiosk);
  await expect(root).not.toHaveAttribute("data-size", "large");
  await expect(root).not.toHaveAttribute("data-contrast", "more");
  await expect(root).toHaveAttribute("lang", before ?? "");
});

test("the device stays what it is: its credential, its shell and its settings outlive every customer", async ({
  kiosk,
}) => {
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  const wiped: string[] = [];
  kiosk.on("response", (answer) => {
    const cleared = answer.headers()["clear-site-data"];
    if (cleared) wiped.push(cleared);
  });
  await finish(kiosk);
  expect(wiped).toEqual([]);
  const cookies = await kiosk.context().cookies();
  expect(cookies.map(({ name, httpOnly }) => [name, httpOnly])).toContainEqual(["kiosk", true]);
  expect(cookies.map(({ name }) => name)).not.toContain("visitor");
});


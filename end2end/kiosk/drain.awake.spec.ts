// Five hundred customers while there is no network, and then one that loses every third answer.

import { begin, device, enter, finish, pair, plainly, walk } from "../kiosk.ts";
import { casesFromKiosks, expect, test } from "./own.ts";
import { enquiries, lying } from "./shelves.ts";

/** What the queue of a kiosk holds as it comes out of the box. */
const cap = 500;

type Deposit = { header: { reference: string } };
type Outcome = { case: { reference: string; again: boolean } };

test("five hundred that waited come in their order, none lost and none twice, though answers are lost", async ({
  browser,
  baseURL,
  staff,
  server,
}) => {
  test.setTimeout(150_000);
  const kiosk = await (await device(browser, { baseURL })).newPage();
  await pair(kiosk, staff, "with a long queue");
  const before = await casesFromKiosks(server);
  await expect.poll(() => lying(kiosk, "spots"), { timeout: 20_000 }).toBe(cap);
  await kiosk.context().setOffline(true);

  // Two by hand, and as many as fit behind them.
  const told: string[] = [];
  for (const journey of ["enquiry", "fault"] as const) {
    await begin(kiosk);
    await enter(kiosk, journey);
    await walk(kiosk, plainly);
    const reference = kiosk.locator("#reference");
    await expect(reference).toBeVisible({ timeout: 15_000 });
    told.push(await reference.innerText());
    await finish(kiosk);
  }
  const words = (at: number) => `Number ${at + 1} behind the first two`;
  told.push(...(await enquiries(kiosk, cap - told.length, words)));
  expect(await lying(kiosk, "queue")).toBe(cap);

  // Nothing gets through at first, but the kiosk is heard of: the desk knows what waits there.
  let open = false;
  const came: string[] = [];
  const stored: string[] = [];
  let posts = 0;
  await kiosk.context().route("**/api/kiosk/deposit", async (route) => {
    if (!open) return route.abort();
    const { batch } = route.request().postDataJSON() as { batch: Deposit[] };
    const answer = await route.fetch();
    const outcomes = (await answer.json()) as Outcome[];
    came.push(...batch.map(({ header }) => header.reference));
    stored.push(...outcomes.filter((one) => !one.case.again).map((one) => one.case.reference));
    posts += 1;
    return posts % 3 === 0 ? route.abort() : route.fulfill({ response: answer });
  });
  await kiosk.context().setOffline(false);
  await kiosk.reload();
  await waiting(/^500 submissions/);

  open = true;
  await expect.poll(() => lying(kiosk, "queue"), { timeout: 90_000 }).toBe(0);
  expect(came.length, "some of them were sent more than once").toBeGreaterThan(cap);
  expect(stored, "each was stored once, under its own number and in its order").toEqual(told);
  expect((await casesFromKiosks(server)) - before).toBe(cap);
  for (const at of [2, 250, cap - 1]) {
    await staff.goto(`/desk/case/${told[at]}`);
    await expect(staff.locator("main")).toContainText(words(at - 2));
  }
  await kiosk.reload();
  await waiting(/^Nothing$/);
  await kiosk.context().close();

  async function waiting(what: RegExp) {
    await expect(async () => {
      await staff.goto("/desk/kiosks");
      const row = staff.locator("tbody tr", { hasText: "with a long queue" });
      await expect(row.locator("td:nth-of-type(3)")).toHaveText(what, { timeout: 100 });
    }).toPass({ timeout: 20_000 });
  }
});

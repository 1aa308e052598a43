// Cases that are worked on in another back office: what comes from there is told the customer in
// the desk's words, and what does not get there is shown to a person.

import { startBackOffice } from "./backoffice.mjs";
import { act, comesUp, does, openCase } from "./desk.ts";
import { audited, auditedAll, expect, test as base } from "./onefront.ts";
import { startServer } from "./server.mjs";
import { send, walk } from "./walk.ts";

type There = Awaited<ReturnType<typeof startBackOffice>>;

const test = base.extend<object, { there: There }>({
  there: [
    async ({}, use) => {
      const there = await startBackOffice();
      await use(there);
      there.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ there }, use) => {
      const server = await startServer(there.settings);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

test.slow();

test("what another back office writes is told in the customer's words", async ({
  page,
  staff,
  there,
}) => {
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  await expect.poll(() => there.note(reference, "Tech A12 o/s, ETA 3pm")).toBe(true);
  await comesUp(staff, reference, "publish");
  await auditedAll(staff);
  await does(staff, "publish", "Our engineer will be with you by three o'clock.");
  await expect(act(staff, "publish")).toHaveCount(0);
  await audited(staff);
  await page.goto(`/track/${reference}`);
  await expect(page.getByText("by three o'clock")).toBeVisible();
  await expect(page.getByText("A12")).toHaveCount(0);
});

test("what is not taken there is shown, and carried again when somebody says so", async ({
  page,
  staff,
  there,
}) => {
  there.take(false);
  await walk(page, "/enquiry", "/check");
  const reference = await send(page);
  const row = staff.locator("tbody tr", { hasText: reference });
  await expect(async () => {
    await staff.goto("/desk/outbox");
    await expect(row.locator(".state.bad")).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 15_000 });
  await auditedAll(staff);
  await openCase(staff, reference);
  await audited(staff);
  there.take(true);
  await staff.goto("/desk/outbox");
  await row.locator("button[value=replay]").click();
  await expect(staff.locator(".notice.good")).toBeVisible();
  await audited(staff);
  await expect.poll(() => there.note(reference, "Arrived.")).toBe(true);
});

// What every spec starts from. Import `test` and `expect` from here, not from Playwright:
//   server     the built server with a fresh demo world, one for each worker
//   page       a browser page under watch: silent console, valid HTML, within budget
//   staff      another browser's page under watch, signed in at the desk as an administrator
//   audit      accessibility of the page as it stands: call it in each state worth showing
//   auditAll   the same in every language, for a state that its address alone brings back;
//              both as functions for any other page: audited, auditedAll
//   inEveryLanguage   the same tests once for each language
// A test that makes trouble on purpose says so: test.use({ expected: [/ERR_CONNECTION/] }).

import { test as base, expect, type BrowserContext, type Page, type WorkerFixture } from "@playwright/test";
import { auditFindings } from "./audit.ts";
import { asleep } from "./axe.ts";
import { signIn } from "./desk.ts";
import { languages } from "./languages.mjs";
import { startServer } from "./server.mjs";
import { Watch } from "./watch.ts";

type Server = Awaited<ReturnType<typeof startServer>>;
type Audit = () => Promise<void>;
type OfTest = { expected: RegExp[]; staff: Page; audit: Audit; auditAll: Audit };

/**
 * A server with a fresh demo world for each worker. Called anew it is another fixture: a spec that calls it
 * for itself has a house of its own, which the tests of no other spec meet.
 */
export function house(): [WorkerFixture<Server, {}>, { scope: "worker"; timeout: number }] {
  return [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ];
}

export const test = base.extend<OfTest, { server: Server }>({
  expected: [[], { option: true }],

  server: house(),

  baseURL: async ({ server }, use) => use(server.url),

  context: async ({ context, expected }, use) => watched(context, expected, () => use(context)),

  staff: async ({ browser, expected }, use) => {
    const context = await browser.newContext();
    await watched(context, expected, async () => {
      const page = await context.newPage();
      await signIn(page, "admin");
      await use(page);
    });
    await context.close();
  },

  audit: async ({ page }, use) => {
    await use(() => audited(page));
  },

  auditAll: async ({ page }, use) => {
    await use(() => auditedAll(page));
  },
});

export { expect };

/** Audits any page: for those beside the test's own. */
export async function audited(page: Page) {
  expect(await auditFindings(page), "the audit found").toEqual([]);
}

/**
 * Audits any page in every language. Without scripts only: a language is the server's work, and
 * what scripts add to the page is looked at in the language it stands in.
 */
export async function auditedAll(page: Page) {
  await audited(page);
  if (!asleep()) return;
  const before = (await page.locator("html").getAttribute("lang")) ?? "en";
  for (const { tag } of languages.filter(({ tag }) => tag !== before)) {
    await speak(page, tag);
    await audited(page);
  }
  await speak(page, before);
}

/** Looks at a page in another language; what is typed and not sent is not kept. */
export async function speak(page: Page, tag: string) {
  const url = new URL(page.url()).origin;
  await page.context().addCookies([{ name: "language", value: tag, url }]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
}

/** Runs the same tests in each language; the body gets its tag, as `lang` has it. */
export function inEveryLanguage(body: (tag: string) => void) {
  for (const { tag, locale } of languages) {
    test.describe(tag, () => {
      test.use({ locale });
      body(tag);
    });
  }
}

async function watched(context: BrowserContext, expected: RegExp[], run: () => Promise<void>) {
  const watch = new Watch(context, expected);
  await run();
  expect(await watch.verdict(), "on the way, the browser met").toEqual([]);
}

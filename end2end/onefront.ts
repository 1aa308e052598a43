// What every spec starts from. Import `test` and `expect` from here, not from Playwright:
//   server     the built server with a fresh demo world, one for each worker
//   page       a browser page under watch: silent console, valid HTML, within budget
//   audit      accessibility of the page as it stands: call it in each state worth showing
//   inEveryLanguage   the same tests once for each language
// A test that makes trouble on purpose says so: test.use({ expected: [/ERR_CONNECTION/] }).

import { test as base, expect } from "@playwright/test";
import { auditFindings } from "./audit.ts";
import { languages } from "./languages.mjs";
import { startServer } from "./server.mjs";
import { Watch } from "./watch.ts";

type Server = Awaited<ReturnType<typeof startServer>>;
type OfTest = { expected: RegExp[]; audit: () => Promise<void> };

export const test = base.extend<OfTest, { server: Server }>({
  expected: [[], { option: true }],

  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  context: async ({ context, expected }, use) => {
    const watch = new Watch(context, expected);
    await use(context);
    expect(await watch.verdict(), "on the way, the browser met").toEqual([]);
  },

  audit: async ({ page }, use) => {
    await use(async () => expect(await auditFindings(page), "the audit found").toEqual([]));
  },
});

export { expect };

/** Runs the same tests in each language; the body gets its tag, as `lang` has it. */
export function inEveryLanguage(body: (tag: string) => void) {
  for (const { tag, locale } of languages) {
    test.describe(tag, () => {
      test.use({ locale });
      body(tag);
    });
  }
}

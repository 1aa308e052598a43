// What a kiosk carries is sent once: every customer after has it all the same.

import type { Page, Worker } from "@playwright/test";
import { begin, ready } from "../kiosk.ts";
import { expect, test } from "./paired.ts";

const carried = ["/kiosk/words", "/kiosk/catalogue"];

/** What the worker was sent last of each: all that came over the wire, and what the body was of it. */
function sent(worker: Worker) {
  return worker.evaluate((paths) => {
    const last = (path: string) => performance.getEntriesByName(location.origin + path).pop();
    return paths.map((path) => {
      const { transferSize, encodedBodySize } = last(path) as PerformanceResourceTiming;
      return { body: encodedBodySize, whole: transferSize > encodedBodySize };
    });
  }, carried);
}

/** What a page gets of each. */
function got(kiosk: Page) {
  return kiosk.evaluate(
    (paths) =>
      Promise.all(
        paths.map(async (path) => {
          const answer = await fetch(path);
          return { status: answer.status, length: JSON.stringify(await answer.json()).length };
        }),
      ),
    carried,
  );
}

test("what a kiosk has is not sent again, and its page gets it whole", async ({ kiosk }) => {
  await expect.poll(() => kiosk.evaluate(() => !!navigator.serviceWorker.controller)).toBe(true);
  const [worker] = kiosk.context().serviceWorkers();
  const first = await got(kiosk);
  // Packed by now or soon; what came before that has no tag and is sent once more.
  await expect(async () => {
    expect(await got(kiosk)).toEqual(first);
    expect((await sent(worker)).map(({ whole }) => whole)).toEqual([false, false]);
  }).toPass({ timeout: 10_000 });
  for (const { status, length } of first) {
    expect(status).toBe(200);
    expect(length).toBeGreaterThan(20_000);
  }
  await kiosk.reload();
  await ready(kiosk);
  expect((await sent(worker)).map(({ whole }) => whole)).toEqual([false, false]);
  await begin(kiosk);
});

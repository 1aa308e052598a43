// A kiosk with a house of its own, for tests that count all that came to it, or that kill it.

import { startServer } from "../server.mjs";
import { house } from "../onefront.ts";
import { expect, test as base } from "./paired.ts";

type Server = Awaited<ReturnType<typeof startServer>>;

export const test = base.extend<{}, { server: Server }>({
  server: house(),
});

/** How many cases have come from kiosks since the server was started last. */
export async function casesFromKiosks(server: Server): Promise<number> {
  const figures = await (await fetch(server.metrics)).text();
  const counts = [...figures.matchAll(/^onefront_cases_total\{.*channel="kiosk".*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

export { expect };

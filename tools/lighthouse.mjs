// Lighthouse over the released form: node tools/lighthouse.mjs (through make lighthouse).
// Each page is measured several times, and the median counts.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { args, executablePath } from "../end2end/chromium.mjs";
import { customerPages } from "../end2end/pages.mjs";
import { freePort } from "../end2end/port.mjs";
import { startServer } from "../end2end/server.mjs";

const runs = Number(process.env.RUNS ?? 5);
const least = { performance: 98, accessibility: 100, "best-practices": 100 };

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(url, port) {
  const options = {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: Object.keys(least),
    // The visitor's cookie is what opens a receipt and a case.
    disableStorageReset: true,
  };
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(url, options);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    results.push(lhr);
  }
  const score = (id) => Math.round(100 * median(results.map((r) => r.categories[id].score ?? 0)));
  const ms = (id) => Math.round(median(results.map((r) => r.audits[id].numericValue)));
  const failed = results[0];
  const lost = Object.keys(least).flatMap((id) =>
    failed.categories[id].auditRefs
      .filter(({ id, weight }) => weight && (failed.audits[id].score ?? 1) < 0.9)
      .map((ref) => ref.id),
  );
  return {
    scores: Object.fromEntries(Object.keys(least).map((id) => [id, score(id)])),
    lcp: ms("largest-contentful-paint"),
    tbt: ms("total-blocking-time"),
    cls: median(results.map((r) => r.audits["cumulative-layout-shift"].numericValue)),
    lost,
  };
}

const profile = fs.mkdtempSync(path.join(os.tmpdir(), "onefront-profile-"));
const port = await freePort();
const server = await startServer();
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: [...args, `--remote-debugging-port=${port}`],
});
let below = false;
try {
  for (const page of customerPages) {
    const { scores, lcp, tbt, cls, lost } = await measure(server.url + page, port);
    const told = Object.entries(scores).map(([id, score]) => `${id} ${score}`).join(", ");
    console.log(`${page}: ${told}; LCP ${lcp} ms, TBT ${tbt} ms, CLS ${cls.toFixed(3)}`);
    if (lost.length) console.log(`  points lost at: ${lost.join(", ")}`);
    below ||= Object.entries(least).some(([id, score]) => scores[id] < score);
  }
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(profile, { recursive: true, force: true });
}
process.exitCode = below ? 1 : 0;

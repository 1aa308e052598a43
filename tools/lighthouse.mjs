// Lighthouse over the released form: node tools/lighthouse.mjs (through make lighthouse).
// Every page with an address of its own, and what lies behind a journey: each of its kinds of step,
// the receipt and the case. Each page is measured several times, and the median counts.
// PAGES=/fault,/receipt measures some of them only, by how their paths begin.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { args, executablePath } from "../end2end/chromium.mjs";
import { customerPages } from "../end2end/pages.mjs";
import { freePort } from "../end2end/port.mjs";
import { startServer } from "../end2end/server.mjs";
import { send, visit } from "./visit.mjs";

const runs = Number(process.env.RUNS ?? 5);
/** The beginnings of the paths that are wanted. */
const only = (process.env.PAGES ?? "/").split(",");
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

/** Measures pages one after the other, and says whether all of them were good enough. */
async function good(paths) {
  let all = true;
  for (const path of paths.filter((path) => only.some((start) => path.startsWith(start)))) {
    const { scores, lcp, tbt, cls, lost } = await measure(server.url + path, port);
    const told = Object.entries(scores).map(([id, score]) => `${id} ${score}`).join(", ");
    console.log(`${path}: ${told}; LCP ${lcp} ms, TBT ${tbt} ms, CLS ${cls.toFixed(3)}`);
    if (lost.length) console.log(`  points lost at: ${lost.join(", ")}`);
    all &&= Object.entries(least).every(([id, score]) => scores[id] >= score);
  }
  return all;
}

/** The first of each kind of step; several of a kind are several checks to try. */
function kinds(steps) {
  const kind = (step) => step.replace(/\/try-.*/, "/try");
  return steps.filter((step, at) => steps.findIndex((other) => kind(other) === kind(step)) === at);
}

let fine = false;
try {
  fine = await good(customerPages);
  // What lies behind a journey is measured through the cookie that it leaves in this browser.
  const tab = await browser.newPage();
  const steps = kinds(await visit(tab, `${server.url}/fault`));
  fine = (await good(steps.filter((step) => !customerPages.includes(step)))) && fine;
  const sent = await send(tab);
  await tab.close();
  fine = (await good(sent)) && fine;
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(profile, { recursive: true, force: true });
}
process.exitCode = fine ? 0 : 1;

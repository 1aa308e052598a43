// A kiosk that will never be online again: what waits on it is taken out of its profile, without a
// network and without its panel, and handed in at the desk.

import { chromium } from "@playwright/test";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { args, executablePath } from "../chromium.mjs";
import { begin, enter, pair, panel, plainly, walk } from "../kiosk.ts";
import { audited, expect, test } from "../onefront.ts";

/** Chromium as a test may start it: its sandbox cannot be set up by root. */
function browser(folder: string): string {
  const program = path.join(folder, "chromium");
  fs.writeFileSync(program, `#!/bin/sh\nexec ${executablePath} ${args.join(" ")} "$@"\n`, { mode: 0o755 });
  return program;
}

test("what waits on a dead kiosk is taken from its disk and is one case each", async ({ server, staff }) => {
  test.setTimeout(120_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kiosk-"));
  const profile = path.join(folder, "profile");
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args,
    baseURL: server.url,
    viewport: panel,
    screen: panel,
    hasTouch: true,
    locale: "en-GB",
  });
  const kiosk = await context.newPage();
  await pair(kiosk, staff, "the dead one");
  // Its network goes, and it never comes back.
  await context.route("**/api/kiosk/deposit", (route) => route.abort());
  await begin(kiosk);
  await enter(kiosk, "enquiry");
  await walk(kiosk, (field) => (field === "details" ? "Said to a dying machine." : plainly(field)));
  await expect(kiosk.locator(".kiosk-stage h1")).toHaveText("Saved on this kiosk, not sent yet", { timeout: 15_000 });
  const reference = await kiosk.locator("#reference").innerText();
  await context.close();

  const file = path.join(folder, "queue.json");
  const command = ["kiosk-empty", "--profile", profile, "--url", server.url, "--to", file];
  const taken = spawnSync(process.env.E2E_BIN ?? "", [...command, "--browser", browser(folder)], { encoding: "utf8" });
  expect(taken.stdout + taken.stderr).toContain("1 sealed submissions");
  expect(fs.readFileSync(file, "utf8")).not.toContain("dying");

  await staff.goto("/desk/kiosks");
  await staff.getByRole("link", { name: "the dead one" }).click();
  for (const outcome of ["A case now", "Was here already"]) {
    await staff.locator("#hand-in summary").click();
    await staff.locator('#hand-in input[type="file"]').setInputFiles(file);
    await staff.locator("#hand-in button").click();
    await expect(staff.locator("tbody tr")).toHaveCount(1);
    await expect(staff.locator("tbody")).toContainText(outcome);
    await audited(staff);
    await expect(staff.locator("tbody td a")).toHaveText(reference);
    await staff.goBack();
  }
  await staff.goto(`/desk/case/${reference}`);
  await expect(staff.locator("main")).toContainText("Said to a dying machine.");
  fs.rmSync(folder, { recursive: true });
});

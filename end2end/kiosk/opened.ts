// The kiosk's program in a page of its own, without a device that is paired: for what happens in the
// page alone.

import fs from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { ready } from "../kiosk.ts";

export async function open(page: Page) {
  const site = process.env.E2E_SITE ?? "target/site";
  const names = JSON.parse(fs.readFileSync(path.join(site, "assets.json"), "utf8"));
  await page.route("**/kiosk", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Kiosk</title>
        <link rel="stylesheet" href="${names["style.css"]}"><link rel="stylesheet" href="${names["kiosk.css"]}">
        <script type="module" src="${names["open.js"]}"></script></head>
        <body><div id="kiosk">Out of order</div></body></html>`,
    }),
  );
  await page.goto("/kiosk");
  await ready(page);
}

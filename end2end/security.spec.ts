// What a browser enforces for us. The rules themselves, header by header and method by method, are
// tested in server/src/gate/tests.rs; here a real browser is asked whether it keeps to them.

import http from "node:http";
import { expect, test } from "./onefront.ts";
import { freePort } from "./port.mjs";
import { send, walk } from "./walk.ts";

/** Another house's address. Nothing is ever asked of it: its pages are made here. */
const elsewhere = "http://elsewhere.example/";

test.describe("markup that should not be there", () => {
  test.use({ expected: [/Content Security Policy|^HTML of|no island on it/] });

  test("runs no script and brings no style", async ({ page }) => {
    const hostile = `<script>document.title = "owned"</script>
      <img src="data:image/png,none" alt="" onerror="document.title = 'owned'">
      <i style="color: rgb(1, 2, 3)">x</i>`;
    await page.route("**/track", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace("</main>", `${hostile}</main>`);
      await route.fulfill({ response, body });
    });
    await page.goto("/track");
    await expect(page.locator("main i")).toHaveCount(1);
    await expect(page.locator("main i")).not.toHaveCSS("color", "rgb(1, 2, 3)");
    await expect(page).not.toHaveTitle("owned");
  });
});

// From this very machine: of a page from outside, Chromium would not even ask. And in a context that
// nobody watches, as Chromium puts a page of its own into the frame.
test("no other house frames a page", async ({ browser, baseURL }) => {
  const frame = `<iframe src="${baseURL}/track" title="t"></iframe>`;
  const house = http.createServer((_, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end(`<!DOCTYPE html><html lang="en"><title>t</title>${frame}`);
  });
  const port = await freePort();
  await new Promise<void>((listening) => house.listen(port, "127.0.0.1", listening));
  const context = await browser.newContext();
  const page = await context.newPage();
  const refused = page.waitForEvent("requestfailed");
  await page.goto(`http://127.0.0.1:${port}/`);
  expect((await refused).failure()?.errorText).toBe("net::ERR_BLOCKED_BY_RESPONSE");
  await context.close();
  house.close();
});

test("a form of another house changes nothing and is told why", async ({ page, baseURL, audit }) => {
  await walk(page, "/enquiry", "/details");
  await page.route(elsewhere, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!DOCTYPE html><html lang="en"><title>t</title>
        <form method="post" action="${baseURL}/api/face/forget"><button>Win</button></form>`,
    }),
  );
  await page.goto(elsewhere);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.locator("button").click(),
  ]);
  expect(answer.status()).toBe(403);
  await expect(page.locator("main a[href='/help']")).toBeVisible();
  await audit();
  await page.goto("/enquiry/details");
  await expect(page.locator("#details")).toBeVisible();
});

test("cookies are for the server alone and stay in the house", async ({ page, staff }) => {
  await walk(page, "/enquiry", "/details");
  await page.locator("button[value=lang-en]").click();
  const both = async () => [
    ...(await page.context().cookies()),
    ...(await staff.context().cookies()),
  ];
  const names = async () => (await both()).map((cookie) => cookie.name).toSorted();
  await expect.poll(names).toEqual(["device", "language", "staff", "visitor"]);
  const cookies = await both();
  for (const cookie of cookies) {
    expect(cookie, cookie.name).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  }
  // The page may still be on its way to itself in the other language.
  const seen = async () => expect(await page.evaluate(() => document.cookie)).toBe("");
  await expect(seen).toPass();
  const session = cookies.find((cookie) => cookie.name === "staff");
  expect(session?.expires, "a session ends with the browser").toBe(-1);
});

test("every answer has the headers, whatever it is", async ({ page, request }) => {
  await walk(page, "/enquiry", "/check");
  await send(page);
  const style = (await page.locator("link[rel=stylesheet]").first().getAttribute("href")) ?? "";
  const asked = [
    request.get("/"),
    request.get("/nothing-here"),
    request.get("/sorry/unavailable"),
    request.get(style),
    request.get("/pkg/nothing.css"),
    request.get("/favicon.svg"),
    request.get("/healthz"),
    request.get("/api/fault/answer"),
    request.post("/api/fault/answer", { headers: { origin: elsewhere } }),
    request.get(new URL(page.url()).pathname),
  ];
  for (const answer of await Promise.all(asked)) {
    const headers = answer.headers();
    const about = `${answer.status()} ${answer.url()}`;
    expect(headers["content-security-policy"], about).toMatch(
      /^default-src 'self'; script-src 'nonce-[\w+/=-]{20,}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self';/,
    );
    expect(headers["content-security-policy"], about).not.toContain("unsafe-inline");
    expect(headers["x-content-type-options"], about).toBe("nosniff");
    expect(headers["referrer-policy"], about).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"], about).toBe("same-origin");
    const kept = answer.url().includes("/pkg/style") ? /immutable/ : /no-store|max-age|no-cache/;
    expect(headers["cache-control"], about).toMatch(kept);
  }
});

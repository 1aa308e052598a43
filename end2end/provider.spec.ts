// Signing in through a real identity provider, under the policy that every answer of ours has: it
// begins with a link, because a form of ours leads nowhere else.

import type { Browser, Page } from "@playwright/test";
import { asleep } from "./axe.ts";
import { audited, expect, test as base } from "./onefront.ts";
import { freePort } from "./port.mjs";
import { client, startProvider } from "./provider.mjs";
import { startServer } from "./server.mjs";

/** A house that has a provider beside it. */
const test = base.extend({
  server: [
    async ({}, use) => {
      const port = await freePort();
      const server = await startServer({
        ONEFRONT_OIDC__ISSUER: `http://127.0.0.1:${port}`,
        ONEFRONT_OIDC__CLIENT_ID: client.id,
        ONEFRONT_OIDC__CLIENT_SECRET: client.secret,
        ONEFRONT_OIDC__NAME: "Farbridge ID",
      });
      const provider = await startProvider(port, server.url);
      await use(server);
      await provider.stop();
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

/** A browser that nobody watches: a provider's pages are its own business. What our policy stops
 * is told to the test all the same. */
async function visitor(browser: Browser) {
  const context = await browser.newContext({ javaScriptEnabled: !asleep(), locale: "en-GB" });
  const page = await context.newPage();
  const stopped: string[] = [];
  page.on("console", (said) => {
    if (/Content Security Policy/.test(said.text()) && said.location().url.includes("/staff/"))
      stopped.push(said.text());
  });
  return { context, page, stopped };
}

/** From a page of the desk to the provider, and back as somebody. */
async function comeBackAs(page: Page, url: string, login: string) {
  await page.goto(`${url}/desk/outbox`);
  await page.locator("main a[href^='/staff/provider']").click();
  await page.locator("[name=login]").fill(login);
  await page.locator("[name=password]").fill("whatever");
  await page.locator("[type=submit]").click();
  // What is given away the first time is to be agreed to.
  await page.locator("[type=submit]").click();
  await page.waitForURL("**/staff/provider/back?**");
}

async function goOn(page: Page) {
  await page.locator("main form .button").click();
}

test("staff come in through the provider, to the page they were on the way to", async ({
  browser,
  server,
  page,
  auditAll,
}) => {
  test.slow();
  await page.goto("/staff/sign-in");
  await auditAll();
  const { context, page: theirs, stopped } = await visitor(browser);
  await comeBackAs(theirs, server.url, "network");
  await audited(theirs);
  const back = theirs.url();
  await goOn(theirs);
  await expect(theirs).toHaveURL(`${server.url}/desk/outbox`);
  await expect(theirs.locator(".room-who")).toContainText("周 航");
  expect(stopped).toEqual([]);
  // The way back, once more.
  await theirs.goto(back);
  await goOn(theirs);
  await expect(theirs).toHaveURL(`${server.url}/staff/sign-in?refused`);
  await context.close();
});

test("whatever is wrong on the way back is refused with the same page", async ({
  browser,
  server,
  page,
  auditAll,
}) => {
  test.slow();
  const answers: string[] = [];
  const refused = async (theirs: Page) => {
    await goOn(theirs);
    await expect(theirs).toHaveURL(`${server.url}/staff/sign-in?refused`);
    answers.push(await theirs.locator("main").innerHTML());
  };

  const stranger = await visitor(browser);
  await comeBackAs(stranger.page, server.url, "nobody-of-ours");
  await refused(stranger.page);
  await stranger.context.close();

  const { context, page: theirs } = await visitor(browser);
  await comeBackAs(theirs, server.url, "billing");
  const back = new URL(theirs.url());
  const departure = await context.cookies();
  const forged = new URL(back);
  forged.searchParams.set("state", "another-state");
  await theirs.goto(forged.href);
  await refused(theirs);
  // With what it left with, the browser comes in; with the same code a second time it does not.
  await context.addCookies(departure);
  await theirs.goto(back.href);
  await goOn(theirs);
  await expect(theirs).toHaveURL(`${server.url}/desk/outbox`);
  await context.clearCookies({ name: "staff" });
  await context.addCookies(departure.filter((cookie) => cookie.name === "provider"));
  await theirs.goto(back.href);
  await refused(theirs);
  // And without it, whoever has the address has nothing.
  await context.clearCookies();
  await theirs.goto(back.href);
  await refused(theirs);
  await context.close();

  expect(answers).toHaveLength(4);
  expect(new Set(answers).size, "all of them alike").toBe(1);
  await page.goto("/staff/sign-in?refused");
  await expect(page.locator(".faults a")).toHaveAttribute("href", "#login");
  await auditAll();
});

test("a provider that is away is told, and passwords go on working", async ({ browser }) => {
  const port = await freePort();
  const server = await startServer({
    ONEFRONT_OIDC__ISSUER: `http://127.0.0.1:${port}`,
    ONEFRONT_OIDC__CLIENT_ID: client.id,
    ONEFRONT_OIDC__NAME: "Farbridge ID",
  });
  const { context, page: theirs } = await visitor(browser);
  await theirs.goto(`${server.url}/staff/provider`);
  await expect(theirs).toHaveURL(`${server.url}/staff/sign-in?refused`);
  await theirs.locator("#login").fill("network");
  await theirs.locator("#password").fill("farbridge-demo");
  await theirs.locator("main form .button").click();
  await expect(theirs).toHaveURL(`${server.url}/desk`);
  await context.close();
  await server.stop();
});

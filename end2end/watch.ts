// Looks over a browser's shoulder: whatever page a test comes by must keep the console silent,
// load all it asks for, be valid HTML as it was sent and stay within its budget.

import type { BrowserContext, Response } from "@playwright/test";
import { pageFindings } from "./budget.mjs";
import { htmlFindings } from "./validator.ts";

/** One browser context under watch; `verdict` gives what was found, in words. */
export class Watch {
  #findings: string[] = [];
  #reading: Promise<void>[] = [];
  #documents = new Set<string>();

  /** `expected` are the troubles a test makes on purpose: a dead connection, a refusal. */
  constructor(context: BrowserContext, expected: RegExp[]) {
    const tell = (finding: string) => {
      if (!expected.some((pattern) => pattern.test(finding))) this.#findings.push(finding);
    };
    context.on("console", (message) => {
      const from = message.location().url;
      // Chromium logs a page's own status (404, 422); that is the business of the spec.
      if (this.#documents.has(from) && message.text().startsWith("Failed to load resource")) return;
      // A refusal is an answer: a form that is awake asks for it as data, and shows it itself.
      if (isForm(from) && message.text().includes("status of 422")) return;
      // What "forget me here" asks for, Chromium says that it has done.
      if (message.type() === "info" && message.text().startsWith("Clear-Site-Data")) return;
      tell(`console ${message.type()}: ${message.text()} (${from})`);
    });
    context.on("weberror", (error) => tell(`script error: ${error.error()}`));
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // Leaving a page ends what it was still loading.
      if (reason !== "net::ERR_ABORTED") tell(`failed: ${request.url()} ${reason}`);
    });
    context.on("response", (response) => {
      const request = response.request();
      if (request.isNavigationRequest()) {
        this.#documents.add(response.url());
        this.#reading.push(this.#read(response, tell));
      } else if (response.status() >= 400 && !(response.status() === 422 && isForm(response.url()))) {
        tell(`status ${response.status()}: ${response.url()}`);
      }
    });
  }

  async #read(response: Response, tell: (finding: string) => void) {
    const redirected = response.status() >= 300 && response.status() < 400;
    const isHtml = response.headers()["content-type"]?.startsWith("text/html");
    if (redirected || !isHtml) return;
    const path = new URL(response.url()).pathname;
    // A page that was left at once is not there any more; whoever looks at one waits for it.
    const html = await response.text().catch(() => undefined);
    if (html === undefined) return;
    const { responseBodySize } = await response.request().sizes();
    pageFindings(path, html, responseBodySize).forEach(tell);
    for (const finding of await htmlFindings(html)) tell(`HTML of ${path}: ${finding}`);
  }

  async verdict(): Promise<string[]> {
    await Promise.all(this.#reading);
    return this.#findings;
  }
}

/** Whether forms are sent to this address. */
function isForm(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.startsWith("/api/");
}

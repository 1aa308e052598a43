// A kiosk as the server meets it, without the page that runs on it: it is paired by its forms, asks for
// references and sends what it has sealed, and may seal what nobody can read.

import { randomUUID } from "node:crypto";
import { type APIRequestContext, type Browser, type Page, expect } from "@playwright/test";
import { type Header, type SealKey, seal } from "./kiosk/sealing.ts";
import { device } from "./kiosk.ts";

/** What a kiosk sends, and keeps until then. */
export type Deposit = { header: Header; sealed: string };

export class Device {
  readonly #request: APIRequestContext;
  readonly #origin: string;
  #key: SealKey = { id: 0, key: "" };
  #spots: string[] = [];

  private constructor(request: APIRequestContext, origin: string) {
    this.#request = request;
    this.#origin = origin;
  }

  /** Claimed for a shop by somebody at the desk, with some references to give. */
  static async paired(browser: Browser, staff: Page, name: string, shop: string): Promise<Device> {
    const baseURL = new URL(staff.url()).origin;
    const context = await device(browser, { baseURL, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/kiosk");
    await page.locator("form[action='/api/kiosk/code'] button").click();
    const code = (await page.locator("#pairing-code").innerText()).trim();
    await staff.goto("/desk/kiosks");
    await staff.locator("#code").fill(code);
    await staff.locator("#shop").selectOption(shop);
    await staff.locator("#name").fill(name);
    await staff.locator("form[action='/api/fleet/claim'] button").click();
    await expect(staff.locator(".notice.good")).toBeVisible();
    await page.locator("form[action='/api/kiosk/pair'] button").first().click();
    await expect(page.locator("#kiosk")).toBeAttached();
    const paired = new Device(context.request, baseURL);
    const { key, spots } = await paired.#ask("reserve", { wanted: 10 });
    paired.#key = key;
    paired.#spots = spots.map(({ reference }: { reference: string }) => reference);
    return paired;
  }

  /** An enquiry under the next reference, sealed to the server's key or to another. */
  enquiry(details: string, to = this.#key, key = fresh()): Deposit {
    const sheet = { topic: "something-else", about: details, details, contact: "none" };
    return this.sealed(JSON.stringify({ key, lang: "en", matter: "enquiry", sheet }), to);
  }

  /** Any text under the next reference. */
  sealed(text: string, to = this.#key): Deposit {
    const reference = this.#spots.shift() ?? null;
    const header = { key_id: to.id, reference, pressed_at: Date.now() * 1000, offset: 0 };
    return { header, sealed: seal(to, header, text) };
  }

  /** Sends some; gives what became of each. */
  send(...batch: Deposit[]) {
    return this.#ask("deposit", { batch });
  }

  /** Says that it lives. */
  beat(more: object = {}) {
    return this.#ask("heartbeat", { beat: { page: fresh(), build: "0.1.0", at: Date.now() * 1000, ...more } });
  }

  /** A key like the server's that the server does not have. */
  get keyThatIsGone(): SealKey {
    return { ...this.#key, id: this.#key.id + 1 };
  }

  async #ask(verb: string, data: object) {
    const url = `${this.#origin}/api/kiosk/${verb}`;
    const answer = await this.#request.post(url, { headers: { origin: this.#origin }, data });
    expect(answer.status(), await answer.text()).toBe(200);
    return answer.json();
  }
}

/** A key for a journey, or for the page of a kiosk. */
export function fresh(): string {
  return randomUUID().replaceAll("-", "").slice(0, 26);
}

// What lies on a kiosk's disk, and more of the same: sealed deposits under references that the device
// had reserved, put where its page puts them.

import type { Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { type SealKey, seal } from "./sealing.ts";

type Spot = { reference: string; link: string };

/** How much lies on a shelf of the open page's device. */
export function lying(kiosk: Page, shelf: "queue" | "spots"): Promise<number> {
  return kiosk.evaluate(async (shelf) => {
    const opening = indexedDB.open("onefront-kiosk");
    await new Promise((opened) => (opening.onsuccess = opened));
    const count = opening.result.transaction(shelf).objectStore(shelf).count();
    await new Promise((counted) => (count.onsuccess = counted));
    opening.result.close();
    return count.result;
  }, shelf);
}

/**
 * So many customers send an enquiry each while there is no network. Gives their references in the order
 * in which they sent.
 */
export async function enquiries(kiosk: Page, many: number, details: (at: number) => string) {
  const { key, offset, spots } = await kiosk.evaluate(reserved, many);
  const entries = spots.map((spot, at) => {
    const said = {
      // Every journey has one of its own.
      key: randomUUID().replaceAll("-", "").slice(0, 26),
      lang: "en",
      matter: "enquiry",
      sheet: { topic: "something-else", about: details(at), details: details(at), contact: "none" },
    };
    const header = { key_id: key.id, reference: spot.reference, pressed_at: Date.now() * 1000, offset };
    const body = { header, sealed: seal(key, header, JSON.stringify(said)) };
    return JSON.stringify({ key: said.key, body });
  });
  await kiosk.evaluate(deposited, entries);
  return spots.map(({ reference }) => reference);
}

/** Runs in the page: what there is to seal with, and the first references that were reserved. */
export async function reserved(many: number): Promise<{ key: SealKey; offset: number; spots: Spot[] }> {
  const opening = indexedDB.open("onefront-kiosk");
  await new Promise((opened) => (opening.onsuccess = opened));
  const reading = opening.result.transaction(["spots", "kept"]);
  const key = reading.objectStore("kept").get("key");
  const offset = reading.objectStore("kept").get("offset");
  const spots = reading.objectStore("spots").getAll(null, many);
  await new Promise((read) => (reading.oncomplete = read));
  opening.result.close();
  if (spots.result.length < many) throw new Error(`only ${spots.result.length} references`);
  return {
    key: JSON.parse(key.result),
    offset: Number(offset.result),
    spots: spots.result.map((text) => JSON.parse(text)),
  };
}

/** Runs in the page: each entry into the queue and its reference out of the stock, in one go. */
async function deposited(entries: string[]): Promise<void> {
  const opening = indexedDB.open("onefront-kiosk");
  await new Promise((opened) => (opening.onsuccess = opened));
  const writing = opening.result.transaction(["queue", "spots"], "readwrite", { durability: "strict" });
  const numbers = writing.objectStore("spots").getAllKeys(null, entries.length);
  numbers.onsuccess = () => {
    for (const number of numbers.result) writing.objectStore("spots").delete(number);
    for (const entry of entries) writing.objectStore("queue").add(entry);
  };
  await new Promise((written, failed) => ((writing.oncomplete = written), (writing.onabort = failed)));
  opening.result.close();
}

// The site of a later build: all that a kiosk runs has other bytes, and so another name.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** What is changed, each before what names it. Behind the last byte there is room for more of each. */
const parts = [
  // A section of its own that no program reads: kind, length, length of its name, its name.
  { name: "kiosk.wasm", more: Buffer.from([0, 5, 4, ...Buffer.from("next")]) },
  { name: "kiosk.js", more: Buffer.from("// next\n") },
  { name: "open.js", more: Buffer.from("// next\n") },
];

/** Lays it out in a folder, from a site as it is. Gives the name of its program. */
export function laterBuild(site: string, folder: string): string {
  fs.cpSync(site, folder, { recursive: true });
  const list = path.join(folder, "assets.json");
  const hrefs = JSON.parse(fs.readFileSync(list, "utf8")) as Record<string, string>;
  const renamed = new Map<string, string>();
  for (const { name, more } of parts) {
    const before = path.basename(hrefs[name]);
    let bytes = Buffer.concat([fs.readFileSync(path.join(folder, "pkg", before)), more]);
    if (name.endsWith(".js")) {
      let text = bytes.toString();
      for (const [old, now] of renamed) text = text.replaceAll(old, now);
      bytes = Buffer.from(text);
    }
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    const now = before.replace(/\.[0-9a-f]{12}\./, `.${hash}.`);
    for (const packed of ["", ".br", ".gz"]) fs.rmSync(path.join(folder, "pkg", before + packed));
    fs.writeFileSync(path.join(folder, "pkg", now), bytes);
    renamed.set(before, now);
    hrefs[name] = `/pkg/${now}`;
  }
  fs.writeFileSync(list, JSON.stringify(hrefs));
  return renamed.values().next().value ?? "";
}

// The bytes a customer's phone gets: node tools/budgets.mjs (through make budgets).
// Static files at brotli 11 as they lie in the site folder; pages as the server sends them.

import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import zlib from "node:zlib";
import { limits, pageFindings } from "../end2end/budget.mjs";
import { languages } from "../end2end/languages.mjs";
import { customerPages } from "../end2end/pages.mjs";
import { startServer } from "../end2end/server.mjs";

const site = process.env.E2E_SITE ?? "target/site";
const hrefs = JSON.parse(fs.readFileSync(path.join(site, "assets.json"), "utf8"));
const findings = [];

function tell(what, bytes, limit) {
  const share = Math.round((bytes / limit) * 100);
  console.log(`${what.padEnd(36)} ${String(bytes).padStart(7)} of ${limit} bytes, ${share} %`);
}

function weigh(what, names, limit) {
  const bytes = names
    .map((name) => fs.statSync(path.join(site, `${hrefs[name]}.br`)).size)
    .reduce((sum, size) => sum + size);
  tell(what, bytes, limit);
  if (bytes > limit) findings.push(`${what}: ${bytes} bytes, ${limit} allowed`);
}

/** How a page can be packed, and how it is unpacked. */
const unpack = { gzip: zlib.gunzipSync, br: zlib.brotliDecompressSync };

/** Node's own fetch unpacks what it gets, so the wire is read by hand; it asks as browsers do. */
function sentBytes(url, language) {
  return new Promise((done, failed) => {
    const headers = {
      "accept-encoding": "gzip, deflate, br, zstd",
      "accept-language": language,
      accept: "text/html",
    };
    http.get(url, { headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", failed);
      answer.on("end", () => done({ answer, bytes: Buffer.concat(parts) }));
    }).on("error", failed);
  });
}

/**
 * Whether a kiosk carries all that its program may say. The program knows a sentence by its id, so an id
 * found in it is one it may ask for, unless it is only a part of a longer one.
 * @param {Record<string, unknown>} carried the sentences of one language
 */
function holdWords(carried) {
  const program = fs.readFileSync(path.join(site, hrefs["kiosk.wasm"]), "latin1");
  const rooms = "app/locales/en";
  for (const room of fs.readdirSync(rooms)) {
    const text = fs.readFileSync(path.join(rooms, room), "utf8");
    for (const [, id] of text.matchAll(/^([a-z][\w-]*) =/gm)) {
      const said = program.includes(id) && !Object.keys(carried).some((longer) => longer.includes(id));
      if (said) findings.push(`a kiosk may say ${id}, and does not carry it`);
    }
  }
}

/**
 * What a kiosk carries is packed once, beside the answers that go out meanwhile: who comes first gets
 * it a little larger than everybody after.
 * @param {string} path
 */
async function carriedBytes(path) {
  const until = Date.now() + 10_000;
  for (;;) {
    const { answer, bytes } = await sentBytes(server.url + path, "en");
    if (answer.headers["content-encoding"] === "br") return bytes.length;
    if (Date.now() > until) throw new Error(`${path}: not packed as small as it gets`);
    await sleep(50);
  }
}

/** The first load of a kiosk: what is hashed, and what it carries from the server. */
async function weighKiosk() {
  const names = ["kiosk.wasm", "kiosk.js", "open.js", "kiosk.css", "style.css"];
  let bytes = names
    .map((name) => fs.statSync(path.join(site, `${hrefs[name]}.br`)).size)
    .reduce((sum, size) => sum + size);
  for (const carried of ["/kiosk/words", "/kiosk/catalogue"]) {
    bytes += await carriedBytes(carried);
  }
  const books = await (await fetch(`${server.url}/kiosk/words`)).json();
  holdWords(books[0]);
  tell("first load of a kiosk", bytes, limits.kiosk);
  if (bytes > limits.kiosk) findings.push(`first load of a kiosk: ${bytes} bytes`);
}

weigh("stylesheet", ["style.css"], limits.style);
weigh("WebAssembly and its scripts", ["onefront.wasm", "onefront.js", "awake.js"], limits.awake);
weigh("the desk's script", ["desk.js"], limits.desk);


const server = await startServer();
try {
  await weighKiosk();
  for (const page of customerPages) {
    for (const { tag, locale } of languages) {
      const { answer, bytes } = await sentBytes(server.url + page, locale);
      if (answer.statusCode !== 200) findings.push(`${page}: status ${answer.statusCode}`);
      const how = unpack[answer.headers["content-encoding"]];
      if (!how) findings.push(`${page}: not packed`);
      const html = (how ? how(bytes) : bytes).toString();
      tell(`${page} ${tag}`, bytes.length, limits.page);
      findings.push(...pageFindings(page, html, bytes.length));
    }
  }
} finally {
  await server.stop();
}

for (const finding of findings) console.error(`over budget: ${finding}`);
process.exitCode = findings.length ? 1 : 0;

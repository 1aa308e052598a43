// What a page may weigh and what it must not load. Pure, so that the budgets command and every
// step of every end-to-end test apply the very same rule.

import { innerPages } from "./pages.mjs";

const KB = 1024;

export const limits = {
  /** One first window of TCP: the page is there after one round trip. */
  page: 14 * KB,
  style: 12 * KB,
  /** WebAssembly, its glue and the module that starts them. */
  awake: 64 * KB,
  /** What the desk's script may weigh: keys and news, not a second front. */
  desk: 3 * KB,
  /** All of a kiosk but its dictionary: program, stylesheets, words and catalogue. */
  kiosk: 250 * KB,
};

/**
 * What is wrong with a page as it was sent, in words; nothing if all is well.
 * @param {string} path
 * @param {string} html
 * @param {number} sent bytes as they went over the wire
 */
export function pageFindings(path, html, sent) {
  const findings = [];
  if (!innerPages.test(path) && sent > limits.page) {
    findings.push(`${path}: ${sent} bytes sent, ${limits.page} allowed`);
  }
  // The desk has a script of its own and no island.
  if (!innerPages.test(path) && !html.includes("<leptos-island")) {
    for (const loaded of html.match(/<script|modulepreload|\.wasm/g) ?? []) {
      findings.push(`${path}: no island on it, and yet "${loaded}"`);
    }
  }
  return findings;
}

// The W3C's HTML validator, started once for the whole run: a Java process needs two seconds to
// start and a few milliseconds for a page.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { freePort } from "./port.mjs";

const vnu = createRequire(import.meta.url).resolve("vnu-jar/package.json");
const jar = path.join(path.dirname(vnu), "build/dist/vnu.jar");
const checked = new Map<string, Promise<string[]>>();

/** Starts the validator; Playwright calls this before the first test and the result after the last. */
export default async function start() {
  const port = await freePort();
  const args = ["-Xss1m", "-Dnu.validator.servlet.bind-address=127.0.0.1"];
  const java = spawn("java", [...args, "-cp", jar, "nu.validator.servlet.Main", String(port)], {
    stdio: "ignore",
  });
  process.env.E2E_VALIDATOR = `http://127.0.0.1:${port}/?out=json`;
  const until = Date.now() + 60_000;
  while (!(await ask("<!doctype html><html lang=en><title>Ready?</title>").catch(() => null))) {
    if (java.exitCode !== null || Date.now() > until) throw new Error("the validator did not start");
    await new Promise((again) => setTimeout(again, 100));
  }
  return () => void java.kill();
}

/** What the validator has to say about a page as it was sent; nothing if all is well. */
export function htmlFindings(html: string): Promise<string[]> {
  let findings = checked.get(html);
  if (!findings) checked.set(html, (findings = ask(html)));
  return findings;
}

async function ask(html: string): Promise<string[]> {
  const answer = await fetch(process.env.E2E_VALIDATOR!, {
    method: "POST",
    headers: { "content-type": "text/html; charset=utf-8" },
    body: html,
  });
  const { messages } = (await answer.json()) as {
    messages: { type: string; message: string; extract?: string; lastLine?: number }[];
  };
  return messages.map((m) => `${m.type} in line ${m.lastLine}: ${m.message} (${m.extract?.trim()})`);
}

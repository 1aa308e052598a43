// Starts the built server as an operator would: from a folder that is not its own, with a data
// folder of its own, on a free port. Used by the end-to-end tests and by tools/*.mjs.

import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "./port.mjs";

/** Waits this long for the first answer; a cold machine is slow, a broken server slower. */
const patience = 20_000;

/** @param {string} name */
function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; start this through make`);
  return path.resolve(value);
}

/**
 * @param {Record<string, string>} [settings] more settings, by their full names
 */
export async function startServer(settings = {}) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "onefront-"));
  const address = `127.0.0.1:${await freePort()}`;
  const metrics = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  const house = {
    ONEFRONT_ADDR: address,
    ONEFRONT_PUBLIC_URL: url,
    ONEFRONT_METRICS_ADDR: metrics,
    ONEFRONT_DATA: path.join(data, "data"),
    ONEFRONT_WORLD: "demo",
    ...settings,
  };
  const site = needed("E2E_SITE");
  let running = await launched(url, data, house, site).catch((error) => {
    fs.rmSync(data, { recursive: true, force: true });
    throw error;
  });

  return {
    url,
    /** Where its figures are read. */
    metrics: `http://${metrics}/metrics`,
    /** What the server has written since it was started last. */
    log: () => running.log(),
    /** Kills it, as a power cut would; what it has kept stays. */
    async kill() {
      await running.end("SIGKILL");
    },
    /** Starts it again with what it has kept; a later build may have another site. */
    async startAgain(nextSite = site) {
      running = await launched(url, data, house, nextSite);
    },
    /** Asks the server to stop, and says whether it did so by itself. */
    async stop() {
      const how = await running.end("SIGTERM");
      fs.rmSync(data, { recursive: true, force: true });
      if (how !== 0) throw new Error(`the server ended with ${how}:\n${running.log()}`);
    },
  };
}

/**
 * One process of the server, once it answers.
 * @param {string} url
 * @param {string} cwd
 * @param {Record<string, string>} house
 * @param {string} site
 */
async function launched(url, cwd, house, site) {
  // Settings of the person who runs the tests must not leak into the server under test.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("ONEFRONT_"));
  const child = spawn(needed("E2E_BIN"), ["serve", "--site", site], {
    cwd,
    env: { ...Object.fromEntries(own), ...house },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stdout.on("data", (text) => (log += text));
  child.stderr.on("data", (text) => (log += text));
  /** @type {Promise<number | NodeJS.Signals | null>} */
  const ended = new Promise((done) => {
    child.on("error", (error) => ((log += error), done(null)));
    child.on("exit", (code, signal) => done(code ?? signal));
  });
  let running = true;
  void ended.then(() => (running = false));

  const until = Date.now() + patience;
  while (!(await answers(`${url}/readyz`))) {
    if (!running || Date.now() > until) {
      child.kill("SIGKILL");
      await ended;
      throw new Error(`the server did not start:\n${log}`);
    }
    await new Promise((again) => setTimeout(again, 30));
  }
  return {
    log: () => log,
    /** @param {"SIGTERM" | "SIGKILL"} signal */
    async end(signal) {
      const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
      child.kill(signal);
      const how = await ended;
      clearTimeout(force);
      return how;
    },
  };
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

// The trial of `tools/kiosk-trial`: what is written in docs/kiosk.md under "what is tried".

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../port.mjs";
import { Device } from "./device.mjs";
import { listen } from "./front.mjs";

const rest = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function until(what, holds, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await rest(0.5)) {
    const found = await holds();
    if (found) return found;
  }
  throw new Error(`in ${seconds} s it did not come to this: ${what}`);
}

const tried = (what) => console.log(`  ${what}`);

const folder = mkdtempSync(join(tmpdir(), "onefront-kiosk-"));
const port = await freePort();
const front = await listen(port);
const device = new Device(folder, process.env.ONEFRONT, `http://127.0.0.1:${port}`);
try {
  flags();
  unit();
  await late();
  await held();
  await stands();
  await again();
} catch (error) {
  console.error((device.log ?? "").split("\n").slice(-30).join("\n"));
  throw error;
} finally {
  await device.stop();
  front.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Every flag is one that this Chromium knows. */
function flags() {
  const line = device.text("usr/lib/onefront-kiosk/start").split("exec ")[1];
  const names = [...line.matchAll(/--([a-z-]+)/g)].map((match) => match[1]);
  assert.ok(names.length > 10);
  const program = readFileSync("/usr/lib/chromium/chromium");
  for (const name of names) assert.ok(program.includes(`\0${name}\0`), `--${name} is not known`);
  tried(`${names.length} flags, all of them known to this Chromium`);
}

/** systemd takes the unit, in a root that has what it names. */
function unit() {
  const root = join(folder, "root");
  execFileSync("cp", ["-r", device.files, root]);
  for (const program of ["usr/local/bin/onefront", "usr/bin/cage"]) {
    mkdirSync(join(root, program, ".."), { recursive: true });
    writeFileSync(join(root, program), "#!/bin/sh\n", { mode: 0o755 });
  }
  for (const name of ["seatd.service", "getty@tty1.service"]) {
    writeFileSync(join(root, "etc/systemd/system", name), "[Service]\nExecStart=/usr/bin/cage\n");
  }
  mkdirSync(join(root, "usr/lib/systemd"), { recursive: true });
  execFileSync("cp", ["-r", "/usr/lib/systemd/system", join(root, "usr/lib/systemd")]);
  const found = execFileSync("sh", ["-c", 'systemd-analyze verify --root="$1" onefront-kiosk.service 2>&1', "sh", root], {
    encoding: "utf8",
  });
  const ours = found.split("\n").filter((line) => line.includes("onefront-kiosk.service"));
  assert.deepEqual(ours, []);
  tried("systemd takes the unit");
}

/** The network comes after the browser, and nothing restarts meanwhile. */
async function late() {
  device.start();
  await until("systemd is told that it is there", () => device.heard.some((one) => one.word === "READY=1"));
  await rest(15);
  const before = Date.now();
  await until("it is fed before its first frame", () => device.fedSince(before) > 2);
  await front.open();
  await until("the page is asked for by itself", () => front.asked.includes("/kiosk"), 120);
  await until("the page runs", () => front.said.some((said) => "opened" in said));
  tried("a browser that starts before its front finds it by itself, and is not restarted meanwhile");
}

/** What the policies hold. */
async function held() {
  const first = front.said.find((said) => "persistent" in said);
  assert.equal(first.persistent, true, "storage is persistent");
  assert.equal(front.said.find((said) => "opened" in said).opened, false, "no window is opened");
  await rest(3);
  assert.deepEqual(front.strangers, [], "no frame and no window of another origin");
  assert.ok(!device.log.includes("--no-sandbox"));
  const renderers = device.processes("--type=renderer");
  assert.ok(renderers.length > 0);
  for (const pid of renderers) {
    const seccomp = /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1];
    assert.equal(seccomp, "2", "the renderer is in its sandbox");
  }
  tried("storage is persistent, another origin is not reached by frame or window, the sandbox is on");
}

/** A browser that stands still is fed no more, and one that goes on is. */
async function stands() {
  const started = Date.now();
  await until("it paints and is fed", () => device.fedSince(started) > 5);
  const renderers = device.processes("--type=renderer");
  for (const pid of renderers) process.kill(pid, "SIGSTOP");
  await rest(36);
  const still = Date.now();
  await rest(8);
  assert.equal(device.fedSince(still), 0, "no frame, no food");
  for (const pid of renderers) process.kill(pid, "SIGCONT");
  const on = Date.now();
  await until("it is fed again", () => device.fedSince(on) > 0);
  tried("a browser that stands still is fed no more after 30 s, and one that goes on is");
}

/** Killed whole, as systemd kills it, and started again: what must be there is there. */
async function again() {
  await rest(35); // Chromium writes its cookies down every half minute.
  await device.stop();
  const [said, cookies] = [front.said.length, front.cookies.length];
  device.start();
  await until("the page runs again", () => front.said.length > said);
  assert.equal(front.said[said].was, "a sealed submission", "what waits to be sent");
  assert.match(front.cookies[cookies], /kiosk=credential/, "the device's credential");
  tried("after a kill the credential and what waits to be sent are there");
  for (const pid of device.processes("--type=zygote").slice(0, 1)) process.kill(pid, "SIGKILL");
  for (const pid of device.processes("--user-data-dir", "--kiosk").slice(0, 1)) process.kill(pid, "SIGKILL");
  const code = await Promise.race([device.ended, rest(30).then(() => "nothing")]);
  assert.notEqual(code, 0);
  assert.notEqual(code, "nothing", "a browser that ends ends its watch");
  tried("a browser that ends ends its watch, for systemd to begin anew");
}

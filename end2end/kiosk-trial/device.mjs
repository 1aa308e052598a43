// A device without a screen: the files of `onefront kiosk-config` in the place where they belong, in
// a mount namespace, run by a user who may do nothing, under a socket that stands in for systemd's.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

// nobody, nogroup
const NOBODY = 65534;
const STATE = "/var/lib/onefront-kiosk";
// In the service these lie in a /tmp of its own.
const SOCKETS = "/tmp/.X11-unix";

export class Device {
  /** Writes the files of a kiosk of this front into a folder. */
  constructor(folder, onefront, url) {
    this.folder = folder;
    this.onefront = onefront;
    this.files = join(folder, "files");
    this.state = join(folder, "state");
    execFileSync(onefront, ["kiosk-config", "--url", url, "--to", this.files]);
    chmodSync(folder, 0o755);
    for (const made of [this.state, join(folder, "run")]) {
      mkdirSync(made, { mode: 0o700 });
      chownSync(made, NOBODY, NOBODY);
    }
    // Where the files belong; only within the namespace is there anything in them.
    mkdirSync("/etc/chromium/policies/managed", { recursive: true });
    mkdirSync(STATE, { recursive: true });
    mkdirSync(SOCKETS, { recursive: true });
  }

  text(path) {
    return readFileSync(join(this.files, path), "utf8");
  }

  /** What the service's ExecStart says, with the files' own paths and a compositor without a screen. */
  start() {
    const line = /^ExecStart=(.*)$/m.exec(this.text("etc/systemd/system/onefront-kiosk.service"))[1];
    const own = line
      .replace("/usr/local/bin/onefront", this.onefront)
      .replace("/usr/lib/onefront-kiosk/start", join(this.files, "usr/lib/onefront-kiosk/start"));
    this.notify = join(this.folder, "run", "notify");
    this.heard = [];
    rmSync(this.notify, { force: true });
    const listen =
      '$| = 1; $s = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $ARGV[0]); chmod 0666, $ARGV[0]; print "open\\n"; while (defined $s->recv($m, 999)) { print "$m\\n" }';
    this.systemd = spawn("perl", ["-MSocket", "-MIO::Socket::UNIX", "-e", listen, this.notify]);
    this.systemd.stdout.on("data", (data) => {
      const at = Date.now();
      this.heard.push(...String(data).split("\n").filter(Boolean).map((word) => ({ at, word })));
    });
    const script = `
      mount --bind '${join(this.files, "etc/chromium/policies/managed")}' /etc/chromium/policies/managed
      mount --bind '${this.state}' ${STATE}
      mount -t tmpfs -o mode=1777 none ${SOCKETS}
      exec setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups ${own}`;
    this.log = "";
    this.watching = spawn("unshare", ["--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-euc", script], {
      env: {
        PATH: process.env.PATH,
        LANG: "C.UTF-8",
        HOME: STATE,
        XDG_RUNTIME_DIR: join(this.folder, "run"),
        NOTIFY_SOCKET: this.notify,
        WLR_BACKENDS: "headless",
        WLR_RENDERER: "pixman",
        WLR_LIBINPUT_NO_DEVICES: "1",
      },
    });
    for (const stream of [this.watching.stdout, this.watching.stderr]) {
      stream.on("data", (data) => (this.log += data));
    }
    this.ended = new Promise((resolve) => this.watching.on("exit", (code) => resolve(code)));
  }

  /** How often the watchdog was fed since an instant. */
  fedSince(at) {
    return this.heard.filter((one) => one.word === "WATCHDOG=1" && one.at >= at).length;
  }

  /** The numbers of this device's processes whose command line holds all of these. */
  processes(...holding) {
    const within = (pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        return holding.every((piece) => line.includes(piece));
      } catch {
        return false;
      }
    };
    // Only what descends from the process that was started here is ever signalled.
    const children = (pid) => {
      try {
        const tasks = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
        return tasks.split("\n").map(Number).filter(Boolean);
      } catch {
        return [];
      }
    };
    const all = [];
    const walk = (pid) => {
      for (const child of children(pid)) {
        all.push(child);
        walk(child);
      }
    };
    walk(this.watching.pid);
    return all.filter(within);
  }

  async stop() {
    if (!this.watching) return;
    this.watching.kill("SIGKILL");
    await this.ended;
    this.systemd.kill();
  }
}

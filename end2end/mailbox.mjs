// A mail server for the end-to-end tests: takes every letter over a real socket and keeps it. No
// encryption, no accounts, nothing is passed on.

import net from "node:net";

/** Waits this long for a letter: whoever sends looks for something to send every few seconds. */
const patience = 20_000;

/** @typedef {{ to: string, subject: string, text: string, link: string }} Mail */

export async function startMailbox() {
  /** @type {Mail[]} */
  const mails = [];
  const server = net.createServer((socket) => talk(socket, (mail) => mails.push(mail)));
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port for mail");

  return {
    /** What a server is told, so that its mail comes here. */
    settings: {
      ONEFRONT_MAIL: "smtp",
      ONEFRONT_SMTP__HOST: "127.0.0.1",
      ONEFRONT_SMTP__PORT: String(address.port),
      ONEFRONT_SMTP__TLS: "none",
      ONEFRONT_SMTP__FROM: "Farbridge <care@example.com>",
    },
    /**
     * The next letter to somebody whose subject holds some words; it is taken out.
     * @param {string} to
     * @param {string} words
     */
    async next(to, words) {
      const until = Date.now() + patience;
      for (;;) {
        const at = mails.findIndex((mail) => mail.to === to && mail.subject.includes(words));
        if (at >= 0) return mails.splice(at, 1)[0];
        if (Date.now() > until) {
          const there = mails.map((mail) => `${mail.to}: ${mail.subject}`).join("\n");
          throw new Error(`no letter to ${to} about "${words}"; there are:\n${there}`);
        }
        await new Promise((again) => setTimeout(again, 50));
      }
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

/**
 * @param {net.Socket} socket
 * @param {(mail: Mail) => void} keep
 */
function talk(socket, keep) {
  let text = "";
  let to = "";
  let letter = false;
  const say = (/** @type {string} */ line) => socket.write(`${line}\r\n`);
  socket.on("error", () => socket.destroy());
  socket.on("data", (bytes) => {
    text += bytes.toString("latin1");
    for (;;) {
      const end = letter ? "\r\n.\r\n" : "\r\n";
      const at = text.indexOf(end);
      if (at < 0) return;
      const said = text.slice(0, at);
      text = text.slice(at + end.length);
      if (letter) {
        letter = false;
        keep(read(to, said));
        say("250 taken");
        continue;
      }
      const verb = said.slice(0, 4).toUpperCase();
      if (verb === "EHLO") say("250-twin\r\n250 8BITMIME");
      else if (verb === "DATA") (letter = true), say("354 go on");
      else if (verb === "QUIT") say("221 bye"), socket.end();
      else {
        if (verb === "RCPT") to = /<(.*)>/.exec(said)?.[1] ?? "";
        say("250 ok");
      }
    }
  });
  say("220 twin ESMTP");
}

/**
 * @param {string} to
 * @param {string} data
 * @returns {Mail}
 */
function read(to, data) {
  const [head, ...rest] = data.split("\r\n\r\n");
  const unfolded = head.replace(/\r\n[ \t]/g, " ");
  const field = (/** @type {string} */ name) =>
    new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1].trim() ?? "";
  const subject = field("Subject");
  const text = rest.join("\r\n\r\n");
  // English letters are plain, or quoted-printable where a line is long.
  const plain = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return { to, subject, text: plain, link: /<(.*)>/.exec(field("List-Unsubscribe"))?.[1] ?? "" };
}

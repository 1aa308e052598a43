// Another back office, as small as it can be: a TMF621 v4 server that takes every ticket, or none,
// and whose people write notes. What a real one does is tested elsewhere (end2end/receiver); this
// one gives the desk something to show.

import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { freePort } from "./port.mjs";

/** Starts it, and gives the settings of a front whose every department works there. */
export async function startBackOffice() {
  /** @type {Record<string, any>[]} */
  const tickets = [];
  let takes = true;
  const house = http.createServer(async (asked, answer) => {
    let body = "";
    for await (const part of asked) body += part;
    const id = asked.url?.split("?")[0].split("/troubleTicket/v4/troubleTicket/")[1];
    const ticket = tickets.find((it) => it.id === id);
    const reply = (/** @type {number} */ status, /** @type {unknown} */ content) => {
      answer.writeHead(status, { "content-type": "application/json" });
      answer.end(JSON.stringify(content));
    };
    if (asked.method === "POST") {
      if (!takes) return reply(400, { code: "60", reason: "the field office is closed" });
      const opened = { id: String(tickets.length + 1), status: "acknowledged", note: [] };
      tickets.push({ ...JSON.parse(body), ...opened });
      return reply(201, tickets.at(-1));
    }
    if (!id) return reply(200, []);
    if (!ticket) return reply(404, { code: "60", reason: "no such ticket" });
    if (asked.method === "PATCH") Object.assign(ticket, JSON.parse(body));
    return reply(200, ticket);
  });
  const port = await freePort();
  const folder = catalogue();
  await new Promise((listening) => house.listen(port, "127.0.0.1", () => listening(undefined)));

  return {
    settings: {
      ONEFRONT_CATALOGUE: folder,
      ONEFRONT_CONNECTORS__FIELD__KIND: "tmf621",
      ONEFRONT_CONNECTORS__FIELD__HTTP__URL: `http://127.0.0.1:${port}/tmf-api/troubleTicket/v4/`,
      ONEFRONT_CONNECTORS__FIELD__HTTP__POLL_SECONDS: "5",
    },
    /** Takes new tickets from now on, or refuses them. */
    take: (/** @type {boolean} */ all) => void (takes = all),
    /** Somebody there writes a note on a ticket of ours; says whether there is one. */
    note(/** @type {string} */ reference, /** @type {string} */ text) {
      const ticket = tickets.find((it) => JSON.stringify(it).includes(reference));
      ticket?.note.push({ id: "n1", author: "Field", date: new Date().toISOString(), text });
      return ticket !== undefined;
    },
    close() {
      house.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The demo operator's catalogue, but that every department works elsewhere. */
function catalogue() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onefront-catalogue-"));
  fs.cpSync(new URL("../server/catalogue", import.meta.url), folder, { recursive: true });
  const file = path.join(folder, "organisation.toml");
  const there = `[[connectors]]
code = "field"
kind = "tmf621"
name = { zh-Hans = "外勤系统", zh-Hant = "外勤系統", en = "Field system" }

[[departments]]`;
  const organisation = fs.readFileSync(file, "utf8");
  fs.writeFileSync(
    file,
    organisation
      .replace("[[departments]]", there)
      .replaceAll('\nconnector = "desk"', '\nconnector = "field"'),
  );
  return folder;
}

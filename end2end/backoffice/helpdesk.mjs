// A django-helpdesk of its own, and what its people do there: through its pages, as they would.

import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../port.mjs";
import { until } from "./until.mjs";
import { Visitor, hidden } from "./visitor.mjs";

/** @typedef {{ comment: string | null, public: boolean, user: number }} FollowUp */
/**
 * @typedef {{ id: number, queue: number, title: string, description: string, status: number,
 *   priority: number, due_date: string, submitter_email: string, followup_set: FollowUp[] }} Ticket
 */

const project = fileURLToPath(new URL("helpdesk/", import.meta.url));

/** The numbers that it gives its states. */
export const states = { open: 1, reopened: 2, resolved: 3, closed: 4 };

/** @param {string} programs where its virtual environment has them */
export async function startHelpdesk(programs) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "helpdesk-"));
  const env = {
    ...process.env,
    HELPDESK_DATA: data,
    DJANGO_SETTINGS_MODULE: "settings",
    PYTHONPATH: project,
    PYTHONDONTWRITEBYTECODE: "1",
  };
  const prepare = [path.join(project, "prepare.py")];
  const queue = execFileSync(path.join(programs, "python"), prepare, { env }).toString().trim();

  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  const serve = ["runserver", "--noreload", address];
  const child = spawn(path.join(programs, "django-admin"), serve, { env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (text) => (log += text));
  child.stderr.on("data", (text) => (log += text));
  let running = true;
  const ended = new Promise((done) => child.on("exit", done)).then(() => (running = false));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    fs.rmSync(data, { recursive: true, force: true });
  };

  const headers = { authorization: `Basic ${btoa("wei:wei-password")}` };
  /** @returns {Promise<Ticket[]>} */
  const tickets = async () => {
    const answer = await fetch(`${url}/api/tickets/?page_size=1000`, { headers });
    return (await answer.json()).results;
  };
  const csrf = (/** @type {string} */ html) => hidden(html, "csrfmiddlewaretoken");
  const wei = new Visitor(url);
  try {
    const serves = () => tickets().then(() => true, () => !running);
    await until("the helpdesk serves", serves, () => log);
    const door = await wei.get("/login/");
    const right = { username: "wei", password: "wei-password" };
    await wei.post("/login/", { ...right, csrfmiddlewaretoken: csrf(door.html) });
  } catch (error) {
    await stop();
    throw new Error(`the helpdesk did not start:\n${log}`, { cause: error });
  }

  return {
    url,
    queue,
    tickets,
    log: () => log,
    /**
     * Somebody there writes on a ticket, and may bring it to another state.
     * @param {Ticket} ticket
     * @param {string} comment
     * @param {number} state
     */
    async write(ticket, comment, state = ticket.status) {
      const page = await wei.get(`/tickets/${ticket.id}/`);
      const form = { comment, new_status: `${state}`, csrfmiddlewaretoken: csrf(page.html) };
      const { title, queue, priority } = ticket;
      const unchanged = { title, queue: `${queue}`, priority: `${priority}`, owner: "2" };
      await wei.post(`/tickets/${ticket.id}/update/`, { ...unchanged, ...form });
    },
    stop,
  };
}

// Onefront before a ticket system that nobody here wrote: one question on its way there and back,
// with answers lost on the way. Started by tools/e2e-backoffice; says each step that holds.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startServer } from "../server.mjs";
import { standBetween } from "./between.mjs";
import { startHelpdesk, states } from "./helpdesk.mjs";
import { until } from "./until.mjs";
import { Visitor, hidden, words } from "./visitor.mjs";

/** @typedef {import("./helpdesk.mjs").Ticket} Ticket */
/** @typedef {import("./between.mjs").Request} Request */
/** @typedef {Awaited<ReturnType<typeof startHelpdesk>>} Helpdesk */
/** @typedef {Awaited<ReturnType<typeof standBetween>>} Between */
/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

const programs = process.env.E2E_HELPDESK;
if (!programs) throw new Error("E2E_HELPDESK is not set; start this through make e2e-backoffice");

const question = "Please send me the invoices of May and June.";
// What a template or a mark of theirs would make something else of.
const [first, second] = ["Any news? {{ ticket.secret_key }} {% now %} 100 %}", "我还在等。"];

const held = (/** @type {string} */ what) => console.error(`   ${what}`);
const posted = (/** @type {string} */ to, /** @type {string} */ said) => (/** @type {Request} */ it) =>
  it.method === "POST" && it.path === to && it.body.includes(said);
const follows = (/** @type {Ticket} */ ticket, /** @type {string} */ said) =>
  ticket.followup_set.filter((one) => one.comment?.includes(said));

/** The demo operator, but what headquarters answers is answered in the helpdesk. */
function catalogue() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "catalogue-"));
  fs.cpSync("server/catalogue", folder, { recursive: true });
  fs.appendFileSync(
    path.join(folder, "organisation.toml"),
    `
[[connectors]]
code = "tickets"
kind = "helpdesk"
name = { zh-Hans = "工单系统", zh-Hant = "工單系統", en = "Ticket system" }

[[exceptions]]
unit = "hq"
department = "customer-service"
connector = "tickets"
`,
  );
  return folder;
}

/**
 * @param {Helpdesk} helpdesk
 * @param {string} address
 */
function settings(helpdesk, address) {
  const tickets = {
    KIND: "helpdesk",
    QUEUE: helpdesk.queue,
    SUBMITTER: "front@farbridge.example",
    HTTP__URL: address,
    HTTP__POLL_SECONDS: "5",
    HTTP__CREDENTIALS__BASIC__USER: "onefront",
    HTTP__CREDENTIALS__BASIC__PASSWORD: "onefront-password",
  };
  const named = Object.entries(tickets).map(([key, value]) => [`ONEFRONT_CONNECTORS__TICKETS__${key}`, value]);
  return Object.fromEntries(named);
}

/**
 * Asks the question, and says under which reference it was taken.
 * @param {Visitor} customer
 */
async function ask(customer) {
  const { html } = await customer.get("/enquiry");
  const key = hidden(html, "key");
  const phone = { contact: "phone", phone: "138 0013 8000" };
  await customer.post("/api/enquiry/answer", { key, step: "topic", topic: "invoice" });
  await customer.post("/api/enquiry/answer", { key, step: "details", details: question });
  await customer.post("/api/enquiry/answer", { key, step: "contact", ...phone });
  const receipt = await customer.post("/api/enquiry/send", { key, step: "check" });
  assert.match(receipt.at, /^\/receipt\//, words(receipt.html));
  return receipt.at.slice("/receipt/".length);
}

/**
 * @param {Helpdesk} helpdesk
 * @param {Between} between
 * @param {Server} server
 */
async function story(helpdesk, between, server) {
  const customer = new Visitor(server.url);
  const owner = new Visitor(server.url);
  await owner.post("/api/staff/sign-in", { login: "coordinator", password: "farbridge-demo" });
  /**
   * @template T
   * @param {string} what
   * @param {() => Promise<T>} look
   */
  const comes = async (what, look) => {
    const seen = await until(what, look, server.log);
    held(what);
    return seen;
  };

  between.lose(posted("/api/tickets/", question));
  const reference = await ask(customer);
  const ours = async () => (await helpdesk.tickets()).filter((one) => one.title.startsWith(`[${reference}]`));
  const ticket = async () => (await ours())[0];
  const page = () => customer.get(`/track/${reference}`).then(({ html }) => words(html));
  const desk = () => owner.get(`/desk/case/${reference}`).then(({ html }) => words(html));
  const say = async (/** @type {string} */ text) => {
    const { html } = await customer.get(`/track/${reference}`);
    await customer.post("/api/track/write", { reference, key: hidden(html, "key"), text });
  };
  const asked = async () => (await customer.get(`/track/${reference}`)).html.includes("/api/track/confirm");

  const made = await comes("the question is a ticket, although its answer was lost", ticket);
  assert.match(made.description, new RegExp(`\\[Onefront ${reference}\\]$`), "our reference can be looked for");
  assert.ok(made.description.includes(question) && made.due_date && made.priority === 3);
  assert.doesNotMatch(JSON.stringify(made), /13800138000|138 0013 8000/, "no telephone number goes there");

  between.lose(posted("/api/followups/", "Any news?"));
  await say(first);
  await comes("a message is a follow-up, although its answer was lost", async () =>
    follows((await ours())[0], "Any news?")[0]);
  await say(second);
  await comes("the next message follows it", async () => follows((await ours())[0], second)[0]);
  // In its order, so that what became of those before it is settled.
  assert.equal((await ours()).length, 1, "one ticket");
  assert.equal(between.heard.filter(posted("/api/tickets/", question)).length, 1, "asked for once");
  const there = (await ours())[0];
  assert.equal(follows(there, "Any news?").length, 1, "one follow-up");
  assert.match(follows(there, "Any news?")[0].comment ?? "", /ticket\.secret_key .*now .*100 %/, "in its own words");
  assert.equal(follows(there, "Any news?")[0].public, false);
  assert.equal(there.title, made.title, "the ticket keeps its title");
  held("each is there once");

  await helpdesk.write(there, "Invoices found in the archive.");
  await comes("what is written there can be read at the desk", async () => (await desk()).includes("in the archive"));
  assert.ok(!(await page()).includes("in the archive"), "below the line");
  const { html } = await owner.get(`/desk/case/${reference}`);
  const publish = { reference, key: hidden(html, "key"), event: hidden(html, "event"), text: "We found them." };
  await owner.post("/api/desk/publish", publish);
  assert.ok((await page()).includes("We found them."), "above it, once the owner says so");
  held("the customer reads of it in the owner's words");

  await helpdesk.write((await ours())[0], "Sent by post.", states.resolved);
  await comes("a resolution there ends the leg, and the customer is asked", asked);
  assert.ok((await desk()).includes("Sent by post.") && !(await page()).includes("Sent by post."));

  await customer.post("/api/track/reopen", { reference, text: "Nothing came." });
  const again = await comes("still not fixed reopens the ticket", async () =>
    (await ours()).find((one) => one.status === states.reopened && follows(one, "Nothing came.").length));
  await helpdesk.write(again, "Sent by mail.", states.resolved);
  await comes("resolved again, the customer is asked again", asked);
  await customer.post("/api/track/confirm", { reference });
  await comes("it is fixed closes the ticket", async () =>
    (await ours()).find((one) => one.status === states.closed));

  await customer.post("/api/track/reopen", { reference });
  await comes("and still not fixed opens the closed one again", async () =>
    (await ours()).find((one) => one.status === states.reopened));

  assert.equal((await ours()).length, 1, "still one ticket");
  const outbox = await owner.get("/desk/outbox");
  assert.ok(!outbox.html.includes(reference), "nothing needs a person");
  held("nothing is left for a person to settle");
}

const folder = catalogue();
const helpdesk = await startHelpdesk(programs);
const between = await standBetween(helpdesk.url);
try {
  const server = await startServer({ ONEFRONT_CATALOGUE: folder, ...settings(helpdesk, between.url) });
  try {
    await story(helpdesk, between, server);
  } finally {
    await server.stop();
  }
} finally {
  between.stop();
  await helpdesk.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

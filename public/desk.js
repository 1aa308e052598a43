// What a script adds to the desk, which works without: keys for what is done all day, news of cases
// as they come, templates without a second press, and what is typed in one form kept while another
// is sent. Every word it shows stands on the page already. One tab of a browser listens to the
// server and tells the others.

const page = document;
const list = page.getElementById("keys");
const off = page.getElementById("keys-off");
const remembered = "desk-keys-off";

/** Whether somebody is writing or choosing. */
const busy = (at) => at.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

function step(by) {
  const rows = [...page.querySelectorAll("tbody tr")].map((row) => row.querySelector("a[href]"));
  const links = rows.filter(Boolean);
  const at = links.findIndex((link) => link.closest("tr").contains(page.activeElement));
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function write(id) {
  const area = page.getElementById(id);
  area?.focus();
  area?.scrollIntoView({ block: "center" });
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  o: () => page.activeElement?.closest("tr")?.querySelector("a[href]")?.click(),
  r: () => write("reply"),
  n: () => write("note"),
  "/": () => (page.getElementById("q") ? write("q") : location.assign("/desk/search")),
  "?": () => {
    list.open = true;
    list.querySelector("summary").focus();
  },
};

if (list) {
  list.hidden = false;
  off.checked = localStorage.getItem(remembered) !== null;
  off.addEventListener("change", () => {
    if (off.checked) localStorage.setItem(remembered, "");
    else localStorage.removeItem(remembered);
  });
  addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    const act = keys[event.key];
    if (!act || !plain || off.checked || busy(event.target)) return;
    event.preventDefault();
    act();
  });
}

const news = page.getElementById("live-news");
const channel = "BroadcastChannel" in window ? new BroadcastChannel("desk") : null;
let fetching = false;

/** Whether somebody stands in a part, writes there or has ticked something: then it stays. */
function inUse(part) {
  const typed = [...part.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);
  return typed || part.contains(page.activeElement) || part.querySelector(":checked");
}

/** Takes the parts that may change from the page as the server would draw it now. */
async function heard(cases) {
  const mine = location.pathname.match(/^\/desk\/case\/([^/]+)$/)?.[1];
  const here = mine ? cases.includes(mine) : location.pathname === "/desk";
  if (!here || fetching || !news) return;
  fetching = true;
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of page.querySelectorAll("[data-live]")) {
      const fresh = now.getElementById(part.id);
      if (fresh && !inUse(part)) part.innerHTML = fresh.innerHTML;
    }
    // What is new was shown, so a form that is sent now answers to it.
    const seen = now.querySelector("input[name=seen]")?.value;
    for (const field of page.querySelectorAll("input[name=seen]")) field.value = seen ?? field.value;
    news.hidden = false;
    news.textContent = news.dataset.news;
  } finally {
    fetching = false;
  }
}

function listen() {
  const events = new EventSource("/desk/events");
  events.addEventListener("cases", ({ data }) => {
    const cases = data.split(" ");
    channel?.postMessage(cases);
    heard(cases);
  });
  // A browser asks again by itself, unless the answer was no: then the session is over.
  return new Promise(() => {});
}

if (news && channel && navigator.locks) {
  channel.addEventListener("message", ({ data }) => heard(data));
  navigator.locks.request("desk-events", listen);
}
// One form is sent at a time, be it only to read the page in another language. What stands in the
// others waits in this tab for the same page to come back, and for nobody but who wrote it.

const keep = "desk-kept";
const who = news?.dataset.who;

/** Which form it is, whatever its key. */
function formName(form) {
  const fixed = [...form.querySelectorAll("input[type=hidden]")];
  const told = fixed.filter(({ name }) => name !== "key" && name !== "seen" && name !== "then");
  return [form.getAttribute("action"), ...told.map(({ name, value }) => `${name}=${value}`)].join(" ");
}

const written = /^(checkbox|radio|email|number|search|select-one|tel|text|textarea|datetime-local)$/;
const ticks = (field) => field.type === "checkbox" || field.type === "radio";
const fieldName = (field) => (ticks(field) ? `${field.name} ${field.value}` : field.name);
const said = (field) => (ticks(field) ? field.checked : field.value);

function saidBefore(field) {
  if (ticks(field)) return field.defaultChecked;
  if (!field.options) return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value;
}

const fields = (form) => [...form.elements].filter(({ name, type }) => name && written.test(type));

addEventListener("submit", ({ target }) => {
  sessionStorage.removeItem(keep);
  if (target.action.endsWith("/sign-out")) return;
  const forms = [];
  for (const form of page.forms) {
    const changed = fields(form).filter((field) => said(field) !== saidBefore(field));
    if (form === target || !changed.length) continue;
    forms.push([formName(form), changed.map((field) => [fieldName(field), said(field)])]);
  }
  if (forms.length) {
    sessionStorage.setItem(keep, JSON.stringify({ who, path: location.pathname, forms }));
  }
});

const kept = JSON.parse(sessionStorage.getItem(keep) ?? "{}");
sessionStorage.removeItem(keep);
if (who && kept.who === who && kept.path === location.pathname) {
  const forms = new Map(kept.forms);
  for (const form of page.forms) {
    const values = new Map(forms.get(formName(form)));
    for (const field of fields(form)) {
      const value = values.get(fieldName(field));
      if (value === undefined) continue;
      if (ticks(field)) field.checked = value;
      else field.value = value;
      const folded = field.closest("details");
      if (folded) folded.open = true;
    }
  }
}

// A template is put behind what was typed as soon as it is chosen. One that was chosen by mistake,
// or on the way to another, is taken back by the next.

const template = page.getElementById("template");
const button = page.getElementById("template-put");
let put = null;

async function fill() {
  if (!template.value) return;
  const { form } = template;
  const area = page.getElementById("reply");
  const stood = area.value;
  const typed = stood === put?.after ? put.before : stood;
  const words = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const body = new URLSearchParams(words);
  body.set("text", typed);
  const chosen = body.get("template") + body.get("language");
  const answer = await fetch("/api/desk/template", { method: "POST", body, headers: { accept: "text/html" } });
  const now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("reply");
  // Signed out meanwhile, say: then the page that comes says so, and keeps what was typed.
  if (!now) return form.requestSubmit(button);
  const { language } = form.elements;
  if (area.value !== stood || chosen !== template.value + language.value) return fill();
  put = { before: typed, after: now.value };
  area.value = put.after;
  news.hidden = false;
  news.textContent = template.dataset.put;
}

if (template && button) {
  button.hidden = true;
  const hint = page.getElementById("template-hint");
  hint.hidden = false;
  template.setAttribute("aria-describedby", hint.id);
  template.addEventListener("change", fill);
  page.getElementById("language").addEventListener("change", fill);
}

page.documentElement.dataset.desk = "";

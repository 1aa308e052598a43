// What a script adds to the desk, which works without: keys for what is done all day, and news of
// cases as they come. Every word it shows stands on the page already. One tab of a browser listens
// to the server and tells the others.

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
page.documentElement.dataset.desk = "";

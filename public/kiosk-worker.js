// The kiosk's service worker: it keeps the document of the kiosk, what that needs, and the words and
// the catalogue, so that a kiosk opens without a network too. Nothing of a customer passes here: what
// they send goes to /api/, which is left alone.
//
// A new build is taken up as a whole or not at all: its document is kept and shown only once all that
// it names is here. A page that runs is never changed: every customer begins with a new one.

const CACHE = "kiosk-1";
const KIOSK = "/kiosk";
/// What the document in the cache is made of.
const PARTS = "/kiosk/parts";
/// Who waits longer than this, in milliseconds, gets what is here.
const PATIENCE = 3000;
/// A name with a fingerprint in it: what has one never changes.
const NAMED = /[\w-]+\.[0-9a-f]{12}\.\w+/g;
/// What the document loads.
const LOADED = /(?:href|src)="(\/[^"]+)"/g;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("kiosk-") && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  ),
);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") {
    if (pathname === KIOSK) event.respondWith(opened(request, event));
  } else if (pathname.startsWith(`${KIOSK}/`)) {
    event.respondWith(newest(request));
  } else {
    event.respondWith(kept(request));
  }
});

// The page that is there already was loaded past this worker: it asks for its parts to be kept.
self.addEventListener("message", (event) => {
  if (event.data === "keep") event.waitUntil(opened(KIOSK, event).catch(() => {}));
});

/// The document: the server's, once all of it is here, else the one in the cache. Whatever else the
/// server says to a device, such as that it is not paired, is passed on and not kept.
async function opened(request, event) {
  const cache = await caches.open(CACHE);
  const here = await find(cache, KIOSK);
  const kept = fetch(request).then((answer) => keep(cache, answer, here));
  if (!here) return kept;
  // What comes too late is kept for the next page.
  event.waitUntil(kept.catch(() => {}));
  return Promise.race([kept.catch(() => here), late(here)]);
}

async function keep(cache, answer, here) {
  if (answer.status >= 500 && here) throw new Error("not now");
  if (!answer.ok || answer.redirected) return answer;
  const text = await answer.clone().text();
  if (!text.includes('id="kiosk"')) return answer;
  const parts = await complete(cache, text);
  const before = await find(cache, PARTS);
  const gone = before ? (await before.json()).filter((part) => !parts.includes(part)) : [];
  await cache.put(KIOSK, answer.clone());
  await cache.put(PARTS, new Response(JSON.stringify(parts)));
  for (const part of gone) await cache.delete(part);
  return answer;
}

/// Fetches all that a document names, and what its scripts name, and says what that is.
async function complete(cache, text) {
  const parts = new Set([...text.matchAll(LOADED)].map(([, part]) => part));
  parts.delete(KIOSK);
  // A set is walked to its end, also where it grows meanwhile.
  for (const part of parts) {
    const answer = (part.match(NAMED) && (await find(cache, part))) || (await fetched(cache, part));
    if (!part.endsWith(".js")) continue;
    for (const [name] of (await answer.text()).matchAll(NAMED)) parts.add(`/pkg/${name}`);
  }
  for (const data of [`${KIOSK}/words`, `${KIOSK}/catalogue`]) {
    if (!(await find(cache, data))) await fetched(cache, data);
  }
  return [...parts];
}

async function fetched(cache, part) {
  const answer = await fetch(part);
  if (!answer.ok) throw new Error(part);
  await cache.put(part, answer.clone());
  return answer;
}

/// Words, catalogue, sizes: the server's, while it answers in time.
async function newest(request) {
  const cache = await caches.open(CACHE);
  const here = await find(cache, request);
  const asked = fetch(request).then(async (answer) => {
    if (answer.ok) await cache.put(request, answer.clone());
    return answer.status >= 500 && here ? here : answer;
  });
  return here ? Promise.race([asked.catch(() => here), late(here)]) : asked;
}

/// What never changes; the rest is asked for, and what is here stands in for it.
async function kept(request) {
  const cache = await caches.open(CACHE);
  const here = await find(cache, request);
  const named = new URL(request.url).pathname.match(NAMED);
  if (here && named) return here;
  try {
    return named ? await fetched(cache, request) : await fetch(request);
  } catch (error) {
    if (here) return here;
    throw error;
  }
}

function find(cache, request) {
  return cache.match(request, { ignoreVary: true });
}

function late(here) {
  return new Promise((tell) => setTimeout(() => tell(here), PATIENCE));
}

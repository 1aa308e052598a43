// Opens the kiosk: loads the program and starts it. Until then, and where it fails, the document says
// that the kiosk is out of order.
// The build writes the hashed names over the plain ones below.

const glue = "./kiosk.js";
const wasm = "./kiosk.wasm";
const dictionaries = { "zh-Hans": "./zh-Hans.txt", "zh-Hant": "./zh-Hant.txt" };

// For the keyboard, which reads them when they are needed; by then the worker shall have them.
for (const [script, file] of Object.entries(dictionaries)) {
  const link = document.createElement("link");
  link.rel = "prefetch";
  link.dataset.dictionary = script;
  link.href = new URL(file, import.meta.url).href;
  document.head.append(link);
}

async function open() {
  const kiosk = await import(glue);
  await kiosk.default({ module_or_path: new URL(wasm, import.meta.url) });
  kiosk.open();
}

// Keeps what is needed to open without a network. Where that is not to be had, the rest goes on.
async function keep() {
  const { serviceWorker } = navigator;
  await serviceWorker.register("/kiosk-worker.js", { scope: "/kiosk" });
  const { active } = await serviceWorker.ready;
  // The first page was loaded past the worker.
  if (!(await caches.match("/kiosk/parts"))) active.postMessage("keep");
}

open().catch((reason) => console.error("The kiosk stays closed:", reason));
if ("serviceWorker" in navigator) keep().catch((reason) => console.warn("The kiosk needs its network:", reason));

// Wakes the islands of a page that is already usable asleep: after everything else has
// arrived and the browser is idle. Does no work of its own and runs no inline script.
// The build writes the hashed names over the two plain ones below.

const glue = "./onefront.js";
const wasm = "./onefront.wasm";

// Leptos reads these when an island asks for a resource. Its inline scripts would set them;
// our pages carry none, because every page is complete when it is sent.
Object.assign(globalThis, {
  __RESOLVED_RESOURCES: [],
  __SERIALIZED_ERRORS: [],
  __INCOMPLETE_CHUNKS: [],
});

const loaded = () =>
  new Promise((go) => {
    if (document.readyState === "complete") go();
    else addEventListener("load", go, { once: true });
  });

// A page that is never idle would otherwise sleep for ever; Safari has no such call at all.
const idle = () =>
  new Promise((go) => {
    if ("requestIdleCallback" in window) requestIdleCallback(go, { timeout: 2000 });
    else setTimeout(go);
  });

async function wake() {
  await loaded();
  await idle();
  const front = await import(glue);
  const file = new URL(wasm, import.meta.url);
  await front.default({ module_or_path: fetch(file, { priority: "low" }) });
  front.hydrate();

  // Document order: an outer island is awake before those inside it.
  for (const island of document.querySelectorAll("leptos-island")) {
    // An island among another's children lives in that one's context.
    island.parentElement.closest("leptos-children")?.$$on_hydrate?.();
    await front[island.dataset.component](island);
  }
  document.documentElement.dataset.awake = "";
}

// Without its islands the page still does its job, so a failure is told to whoever looks
// into the console and to nobody else.
wake().catch((reason) => console.error("The page stays asleep:", reason));

// Opens the kiosk: loads the program and starts it. Until then, and where it fails, the document says
// that the kiosk is out of order.
// The build writes the hashed names over the two plain ones below.

const glue = "./kiosk.js";
const wasm = "./kiosk.wasm";

async function open() {
  const kiosk = await import(glue);
  await kiosk.default({ module_or_path: new URL(wasm, import.meta.url) });
  kiosk.open();
}

open().catch((reason) => console.error("The kiosk stays closed:", reason));

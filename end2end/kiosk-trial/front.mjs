// A front for the trial: the page that a kiosk opens, which paints, keeps what a kiosk keeps and tells
// what it was allowed to do; and another origin, which nobody is to reach.

import { createServer } from "node:http";

const page = (other) => `<!doctype html><html lang="en"><title>Kiosk</title><h1>Kiosk</h1>
<script type="module">
const say = (what) => fetch("/kiosk/said", { method: "POST", body: JSON.stringify(what) });
const painted = async () => {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle("painted", { create: true });
  const stream = await file.createWritable();
  await stream.write("1");
  await stream.close();
};
const frame = () => requestAnimationFrame(() => requestAnimationFrame(painted));
setInterval(frame, 2000);
const database = await new Promise((resolve, reject) => {
  const opening = indexedDB.open("queue", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("sealed");
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});
const sealed = (mode) => database.transaction("sealed", mode, { durability: "strict" }).objectStore("sealed");
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const was = await done(sealed("readonly").get("waiting"));
await done(sealed("readwrite").put("a sealed submission", "waiting"));
await say({
  was,
  persistent: await navigator.storage.persist(),
  incognitoLike: (await navigator.storage.estimate()).quota < 200e6,
});
const inside = document.createElement("iframe");
inside.src = "${other}/frame";
document.body.append(inside);
const opened = window.open("${other}/window");
await say({ opened: opened !== null });
if (location.search === "?leave") location.href = "${other}/link";
</script>`;

export async function listen(port) {
  const front = { said: [], cookies: [], asked: [], strangers: [], leave: false };
  const other = createServer((request, response) => {
    front.strangers.push(request.url);
    response.end("elsewhere");
  });
  await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
  const there = `http://127.0.0.1:${other.address().port}`;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => (body += data));
    request.on("end", () => {
      front.asked.push(request.url);
      if (request.method === "POST") {
        front.said.push(JSON.parse(body));
        response.end();
        return;
      }
      front.cookies.push(request.headers.cookie ?? "");
      const kiosk = "kiosk=credential; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000";
      response.writeHead(200, { "content-type": "text/html", "cache-control": "no-store", "set-cookie": kiosk });
      response.end(page(there));
    });
  });
  front.open = () => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  front.close = () => {
    server.closeAllConnections();
    server.close();
    other.close();
  };
  return front;
}

// Stands between Onefront and a back office: passes everything on, remembers it, and loses the
// answers it is told to lose. What was asked for is done all the same.

import http from "node:http";

/** @typedef {{ method: string, path: string, body: string }} Request */

/** @param {string} upstream the address of the back office */
export async function standBetween(upstream) {
  /** @type {Request[]} */
  const heard = [];
  /** @type {((request: Request) => boolean)[]} */
  const toLose = [];

  const server = http.createServer(async (asked, answer) => {
    const parts = [];
    for await (const part of asked) parts.push(part);
    const body = Buffer.concat(parts);
    const request = { method: asked.method ?? "", path: asked.url ?? "", body: body.toString() };
    heard.push(request);
    const options = { method: asked.method, headers: asked.headers };
    const passed = http.request(new URL(request.path, upstream), options, async (got) => {
      const back = [];
      for await (const part of got) back.push(part);
      const at = toLose.findIndex((wanted) => wanted(request));
      if (at >= 0) {
        toLose.splice(at, 1);
        asked.socket.destroy();
        return;
      }
      answer.writeHead(got.statusCode ?? 502, got.headers);
      answer.end(Buffer.concat(back));
    });
    passed.on("error", () => asked.socket.destroy());
    passed.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

  return {
    url: `http://127.0.0.1:${port}/`,
    heard,
    /**
     * Loses the answer to the next request like this.
     * @param {(request: Request) => boolean} wanted
     */
    lose: (wanted) => toLose.push(wanted),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

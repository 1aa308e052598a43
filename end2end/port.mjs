// A free port of this machine, for a server that a test starts.

import net from "node:net";

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((found, failed) => {
    const probe = net.createServer().on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => found(port));
    });
  });
}

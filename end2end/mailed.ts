// The same as onefront.ts with a server that sends its mail to a mailbox of the tests, at any hour:
// the operator's night is taken out of a copy of the catalogue.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startMailbox } from "./mailbox.mjs";
import { test as base } from "./onefront.ts";
import { startServer } from "./server.mjs";

export { audited, auditedAll, expect } from "./onefront.ts";

type Mailbox = Awaited<ReturnType<typeof startMailbox>>;

export const test = base.extend<object, { mailbox: Mailbox }>({
  mailbox: [
    async ({}, use) => {
      const mailbox = await startMailbox();
      await use(mailbox);
      await mailbox.stop();
    },
    { scope: "worker" },
  ],

  server: [
    async ({ mailbox }, use) => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onefront-catalogue-"));
      fs.cpSync("server/catalogue", folder, { recursive: true });
      const operator = path.join(folder, "operator.toml");
      const text = fs.readFileSync(operator, "utf8");
      fs.writeFileSync(operator, text.replace(/^quiet = .*$/m, ""));
      const server = await startServer({ ...mailbox.settings, ONEFRONT_CATALOGUE: folder });
      await use(server);
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

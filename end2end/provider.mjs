// A real OpenID provider (the npm package oidc-provider), as a house would have one beside it: a
// server of its own, which asks for a login and vouches for whatever is typed there.

import http from "node:http";
// @ts-expect-error: the package says nothing of its types
import Provider from "oidc-provider";

/** What the provider and the house know each other by. */
export const client = { id: "onefront", secret: "a-secret-of-these-tests-and-of-nobody-else" };

/**
 * @param {number} port where it is
 * @param {string} house the address of the house that may ask it
 */
export async function startProvider(port, house) {
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${house}/staff/provider/back`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username"] },
    // As most providers do: what was asked for stands in the ID token itself.
    conformIdTokenClaims: false,
    cookies: { keys: ["only for these tests"] },
    pkce: { required: () => true },
    findAccount: (/** @type {unknown} */ _, /** @type {string} */ login) => ({
      accountId: login,
      claims: () => ({ sub: login, preferred_username: login }),
    }),
  });
  const server = http.createServer(provider.callback());
  await new Promise((listening) => server.listen(port, "127.0.0.1", () => listening(undefined)));
  return {
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

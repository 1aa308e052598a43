// Seals as a kiosk does, so that a test can fill its queue without walking five hundred journeys: HPKE
// in its base mode (RFC 9180) of X25519, HKDF-SHA256 and ChaCha20-Poly1305, made from Node's own parts
// and not from the product's. Whether it is right the server says, by opening it.

import { createCipheriv, createHmac, createPublicKey, diffieHellman, generateKeyPairSync } from "node:crypto";

/** The server's public key, as a kiosk keeps it. */
export type SealKey = { id: number; key: string };

/** What is known of a sealed text without opening it. */
export type Header = {
  key_id: number;
  reference: string | null;
  pressed_at: number;
  offset: number;
};

const KEM = suite("KEM", [0x0020]);
const HPKE = suite("HPKE", [0x0020, 0x0001, 0x0003]);
const INFO = Buffer.from("onefront kiosk deposit 1");

/** Seals a text with its header, so that only the server can open it. */
export function seal(to: SealKey, header: Header, text: string): string {
  const bound = [header.key_id, header.reference ?? "-", header.pressed_at, header.offset].join(" ");
  const theirs = createPublicKey({ key: { kty: "OKP", crv: "X25519", x: to.key }, format: "jwk" });
  const mine = generateKeyPairSync("x25519");
  const half = Buffer.from(mine.publicKey.export({ format: "jwk" }).x!, "base64url");
  const shared = diffieHellman({ privateKey: mine.privateKey, publicKey: theirs });

  // 4.1: the shared secret of the two halves.
  const both = Buffer.concat([half, Buffer.from(to.key, "base64url")]);
  const secret = expand(KEM, extract(KEM, "", "eae_prk", shared), "shared_secret", both, 32);
  // 5.1: the key schedule, base mode.
  const empty = Buffer.alloc(0);
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(HPKE, "", "psk_id_hash", empty),
    extract(HPKE, "", "info_hash", INFO),
  ]);
  const master = extract(HPKE, secret, "secret", empty);
  const key = expand(HPKE, master, "key", context, 32);
  const nonce = expand(HPKE, master, "base_nonce", context, 12);

  const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(bound), { plaintextLength: Buffer.byteLength(text) });
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([half, sealed]).toString("base64url");
}

function suite(name: string, ids: number[]): Buffer {
  return Buffer.concat([Buffer.from(name), ...ids.map(u16)]);
}

function u16(number: number): Buffer {
  return Buffer.from([number >> 8, number & 0xff]);
}

function hmac(key: string | Buffer, text: Buffer): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

/** 4: LabeledExtract. */
function extract(suite: Buffer, salt: string | Buffer, label: string, text: Buffer): Buffer {
  return hmac(salt, Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(label), text]));
}

/** 4: LabeledExpand; no length here is longer than one hash. */
function expand(suite: Buffer, key: Buffer, label: string, info: Buffer, length: number): Buffer {
  const labelled = [u16(length), Buffer.from("HPKE-v1"), suite, Buffer.from(label), info, Buffer.from([1])];
  return hmac(key, Buffer.concat(labelled)).subarray(0, length);
}

// ECDSA P-256 with SHA-256 (docs/record-format.md), done by the browser: crypto.subtle, which plain http does not have.

import { Refusal } from './refusal.mjs';

// SubjectPublicKeyInfo of an uncompressed P-256 point: everything before its 64 bytes (RFC 5480).
const SPKI = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';

function fromBase64(text) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return new Uint8Array(0);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return btoa(String.fromCharCode(...bytes)) === text ? bytes : new Uint8Array(0); // unused bits are zero
}

/** The SubjectPublicKeyInfo of a key `ecdsa-p256:…`; throws a Refusal. */
export function readKey(key) {
  const spki = fromBase64(key.startsWith('ecdsa-p256:') ? key.slice('ecdsa-p256:'.length) : '');
  const isP256 = spki.length === 91 && SPKI.match(/../g).every((byte, i) => parseInt(byte, 16) === spki[i]);
  if (!isP256) throw new Refusal('key-format', { key });
  return spki;
}

/** The 64 bytes r‖s of a signature in base64; throws a Refusal. */
export function readSignature(signature) {
  const bytes = fromBase64(signature);
  if (bytes.length !== 64) throw new Refusal('signature-format', { signature });
  return bytes;
}

/** Whether a signature over `message` holds; throws a Refusal where key or signature are malformed. */
export async function signatureHolds(subtle, key, signature, message) {
  const spki = readKey(key);
  const rs = readSignature(signature);
  let imported;
  try {
    imported = await subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  } catch {
    throw new Refusal('key-format', { key });
  }
  return subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, rs, message);
}

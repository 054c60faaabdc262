// The keys and signatures of docs/record-format.md: ECDSA P-256 with SHA-256, and SM2 with SM3.

import { fromBase64 } from './ec.mjs';
import { holds, readP256Key } from './p256.mjs';
import { Refusal } from './refusal.mjs';
import { sm2Holds } from './sm2.mjs';

/** The point of a party's key `ecdsa-p256:` and base64 of the SubjectPublicKeyInfo; throws a Refusal. */
export const readKey = readP256Key;

/** The 64 bytes r‖s of a signature in base64; throws a Refusal. */
export function readSignature(signature) {
  const bytes = fromBase64(signature);
  if (bytes.length !== 64) throw new Refusal('signature-format', { signature });
  return bytes;
}

/** Whether a party's signature over `message` holds; throws a Refusal where key or signature are malformed. */
export const signatureHolds = (key, signature, message) => holds(readKey(key), readSignature(signature), message);

/** Whether a signature of a document holds; `algorithm` is one that readSignatureDocument lets pass. Throws a Refusal. */
export const documentSignatureHolds = ({ algorithm, key, signature }, message) =>
  (algorithm === 'sm2-sm3' ? sm2Holds(key, readSignature(signature), message) : signatureHolds(key, signature, message));

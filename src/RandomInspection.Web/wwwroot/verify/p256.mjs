// ECDSA on P-256 with SHA-256 (FIPS 186-5, SP 800-186), written out like the hashes: a page on plain http or from disk
// may have no crypto.subtle, and need not trust it where it has.

import { combination, inverse, mod, readKeyOf, readPoint as readPointOf, toNumber } from './ec.mjs';
import { Hash, utf8 } from './hash.mjs';
import { sha256 } from './sha256.mjs';

const P256 = {
  p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
  n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  g: [0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n, 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n],
};

// SubjectPublicKeyInfo of an uncompressed P-256 point: everything before its 64 bytes (RFC 5480).
const P256_SPKI = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';

/** The point of a key `ecdsa-p256:…`; throws a Refusal. */
export const readP256Key = (key) => readKeyOf(key, 'ecdsa-p256', P256_SPKI, P256);

/** The point whose coordinates are these 64 bytes, or null if it is not on the curve. */
export const readPoint = (bytes) => readPointOf(bytes, P256);

/** Whether the 64 bytes r‖s sign a message for a point. */
export function holds(point, rs, message) {
  const [r, s] = [toNumber(rs.subarray(0, 32)), toNumber(rs.subarray(32, 64))];
  if (r === 0n || r >= P256.n || s === 0n || s >= P256.n) return false;
  const e = toNumber(new Hash(sha256).update(message).digest());
  const w = inverse(s, P256.n);
  const found = combination(mod(e * w, P256.n), mod(r * w, P256.n), point, P256);
  return found !== null && mod(found[0], P256.n) === r;
}

// RFC 6979 A.2.5, SHA-256, message "sample".
const bytesOf = (digits) => Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
const KNOWN_POINT = bytesOf('60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299');
const KNOWN_SIGNATURE = bytesOf('efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8');

/** Names of the published test messages on which this ECDSA is wrong; empty if it works. */
export function selfTest() {
  const point = readPoint(KNOWN_POINT);
  const works = point !== null && holds(point, KNOWN_SIGNATURE, utf8('sample')) && !holds(point, KNOWN_SIGNATURE, utf8('test'));
  return works ? [] : ['p-256'];
}

// SM2 signatures with SM3 (GB/T 32918.2-2016), verified in whole numbers: no browser has SM2.

import { combination, mod, readKeyOf, toBytes, toNumber } from './ec.mjs';
import { Hash, utf8 } from './hash.mjs';
import { sm3 } from './sm3.mjs';

// The curve of GB/T 32918.5-2017.
const SM2 = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  g: [0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n, 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n],
};

// SubjectPublicKeyInfo of an uncompressed point of it: everything before its 64 bytes (RFC 5480; 1.2.156.10197.1.301).
const SM2_SPKI = '3059301306072a8648ce3d020106082a811ccf5501822d03420004';
const IDENTITY = utf8('1234567812345678'); // the default one of GM/T 0009-2012

/** Whether the signature r‖s of 64 bytes over `message` holds (7.1); throws a Refusal where the key is malformed. */
export function sm2Holds(key, signature, message) {
  const point = readKeyOf(key, 'sm2', SM2_SPKI, SM2);
  const [r, s] = [toNumber(signature.subarray(0, 32)), toNumber(signature.subarray(32))];
  const t = mod(r + s, SM2.n);
  if (r === 0n || s === 0n || r >= SM2.n || s >= SM2.n || t === 0n) return false;
  const signer = new Hash(sm3).update(Uint8Array.of(0, 8 * IDENTITY.length)).update(IDENTITY);
  for (const number of [SM2.p - 3n, SM2.b, ...SM2.g, ...point]) signer.update(toBytes(number));
  const e = toNumber(new Hash(sm3).update(signer.digest()).update(message).digest());
  const found = combination(s, t, point, SM2);
  return found !== null && mod(e + found[0], SM2.n) === r;
}

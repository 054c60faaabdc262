// SHA-256 (FIPS 180-4), written out so that the page does not have to trust a browser's, nor needs a secure context.

import { KNOWN_MESSAGES, hex, hexDigest, utf8, wrongAnswers } from './hash.mjs';

// FIPS 180-4 §4.2.2 and §5.3.3: the first 32 bits of the fractional parts of the cube roots of the first 64 primes and
// of the square roots of the first 8. Whole-number roots of p·2⁹⁶ and p·2⁶⁴ give them exactly.
const PRIMES = [];
for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every((prime) => n % prime !== 0)) PRIMES.push(n);

function root(value, degree) {
  let low = 0n;
  let high = 1n << 48n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** degree <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

const fraction = (prime, degree) => Number(BigInt.asIntN(32, root(BigInt(prime) << (32n * degree), degree)));
const K = Int32Array.from(PRIMES, (prime) => fraction(prime, 3n));
const W = new Int32Array(64);

function compress(state, bytes, offset) {
  for (let t = 0; t < 16; t++, offset += 4) {
    W[t] = (bytes[offset] << 24) | (bytes[offset + 1] << 16) | (bytes[offset + 2] << 8) | bytes[offset + 3];
  }
  for (let t = 16; t < 64; t++) {
    const x = W[t - 15];
    const y = W[t - 2];
    W[t] = (W[t - 16] + W[t - 7]
      + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
      + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))) | 0;
  }

  let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (let t = 0; t < 64; t++) {
    const t1 = (h + K[t] + W[t]
      + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))
      + ((e & f) ^ (~e & g))) | 0;
    const t2 = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
      + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0;
    d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d;
  state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

/** SHA-256 as an algorithm of hash.mjs. */
export const sha256 = Object.freeze({
  name: 'sha-256',
  iv: Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(prime, 2n)),
  compress,
});

const KNOWN_ANSWERS = {
  empty: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  twoBlocks: '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  million: 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
};

/** Names of the published test messages on which this SHA-256 is wrong; empty if it works. */
export const selfTest = () => wrongAnswers(sha256, KNOWN_ANSWERS);

/** Names of the test messages on which this SHA-256 and the browser's differ; null where the browser offers none (plain http). */
export async function crossCheck(subtle = globalThis.crypto?.subtle) {
  if (!subtle) return null;
  const differing = [];
  for (const [name, message] of Object.entries(KNOWN_MESSAGES)) {
    const theirs = hex(new Uint8Array(await subtle.digest('SHA-256', utf8(message))));
    if (theirs !== hexDigest(sha256, message)) differing.push(name);
  }
  return differing;
}

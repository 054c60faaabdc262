// SM3 (GB/T 32905-2016), the hash that a draw may name instead of SHA-256.

import { wrongAnswers } from './hash.mjs';

const rotate = (x, n) => (x << n) | (x >>> (32 - n));

// §4.2: T = 79cc4519 for rounds 0 to 15, 7a879d8a after; round j uses T turned left by j mod 32.
const T = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));
const W = new Int32Array(68);

function compress(state, bytes, offset) {
  for (let j = 0; j < 16; j++, offset += 4) {
    W[j] = (bytes[offset] << 24) | (bytes[offset + 1] << 16) | (bytes[offset + 2] << 8) | bytes[offset + 3];
  }
  for (let j = 16; j < 68; j++) {
    const x = W[j - 16] ^ W[j - 9] ^ rotate(W[j - 3], 15);
    W[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(W[j - 13], 7) ^ W[j - 6];
  }

  let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + T[j]) | 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (W[j] ^ W[j + 4])) | 0;
    const tt2 = (gg + h + ss1 + W[j]) | 0;
    d = c; c = rotate(b, 9); b = a; a = tt1;
    h = g; g = rotate(f, 19); f = e; e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  state[0] ^= a; state[1] ^= b; state[2] ^= c; state[3] ^= d;
  state[4] ^= e; state[5] ^= f; state[6] ^= g; state[7] ^= h;
}

/** SM3 as an algorithm of hash.mjs. */
export const sm3 = Object.freeze({
  name: 'sm3',
  iv: Int32Array.of(0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e),
  compress,
});

// GB/T 32905-2016 Annex A, examples 1 and 2.
const KNOWN_ANSWERS = {
  abc: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  fullBlock: 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
};

/** Names of the published test messages on which this SM3 is wrong; empty if it works. */
export const selfTest = () => wrongAnswers(sm3, KNOWN_ANSWERS);
